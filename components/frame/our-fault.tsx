import { buttonLook } from "#components/ui/button-look.ts";

/**
 * A fault of ours, in both languages at once: whatever broke may be what tells the languages apart. The number
 * finds the entry in our log.
 */
export function OurFault({ number, again }: { number?: string; again: () => void }) {
  return (
    <main id="main" className="mx-auto w-full max-w-column px-4 py-12">
      <h1>这一页出了错</h1>
      <p className="mt-3">这是我们的错，已经记录下来。请再试一次；还不行，就过几分钟再来。</p>
      <div lang="en">
        <h2 className="mt-8 text-xl">Something broke on this page</h2>
        <p className="mt-2">
          This is our fault and has been recorded. Please try once more; if it fails again, come back in a few minutes.
        </p>
      </div>
      {number && (
        <p className="mt-4 text-sm text-ink-2">
          编号 · <span lang="en">reference</span> <code className="font-mono">{number}</code>
        </p>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        <button type="button" onClick={again} className={buttonLook("go")}>
          再试一次 · Try again
        </button>
        <a href="/" className={buttonLook("plain")}>
          回首页 · Home
        </a>
      </p>
    </main>
  );
}
