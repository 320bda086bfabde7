import { Missing } from "#components/frame/missing.tsx";
import { Wordmark } from "#components/frame/wordmark.tsx";

/** Without the frame: Next sends this along with every page, in case it ends here after all. */
export default function NotFound() {
  return (
    <div className="mx-auto w-full max-w-column p-4">
      <header>
        <Wordmark />
      </header>
      <Missing />
    </div>
  );
}
