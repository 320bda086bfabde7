import { useTranslations } from "next-intl";
import { Composer } from "#components/comments/composer.tsx";
import { PinnedReply } from "#components/comments/pinned-reply.tsx";
import { ThreadList } from "#components/comments/thread-list.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { longestComment } from "#domain/comments/input.ts";
import type { CommentSort, Thread } from "#domain/comments/read-thread.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import type { ShownTheme } from "#domain/themes/read-themes.ts";

const sorts = ["hottest", "newest", "oldest"] as const;

interface DiscussionProps {
  post: ShownPost;
  discussion: {
    pinned: Thread[];
    threads: Thread[];
    next: number | null;
    sort: CommentSort;
    /** Only the answers to this question of a solicitation. */
    prompt: number | null;
    /** Only the answers that stand in this theme. */
    theme: number | null;
    after: number | null;
    /** Only this comment with all its replies. */
    only: number | null;
    answering: { id: number; speaker: Speaker; body: string } | null;
  };
  /** What its answers speak of, where it asks. */
  themes?: readonly Pick<ShownTheme, "id" | "name">[];
}

/** Official replies, the comments as they are sorted, the way on, and the form. */
export function Discussion({ post, discussion, themes = [] }: DiscussionProps) {
  const t = useTranslations("square.comments");
  const { pinned, threads, sort, only, prompt, theme, after } = discussion;
  // A session's questions are listed on a page of their own; here stands what is said about one of them.
  const here = post.session ? `/sessions/${post.id}` : `/posts/${post.id}`;
  const address = (change: Record<string, string | number | null>) =>
    withQuery(here, { sort: sort === "hottest" ? null : sort, prompt, theme, ...change });
  return (
    <>
      {pinned.map((thread) => (
        <PinnedReply key={thread.comment.id} thread={thread} />
      ))}
      <div id="comments" className="mt-8">
        <Tabs
          title={
            <span data-live={`count:${post.id}`} className="whitespace-nowrap">
              {t("title", { n: post.comments })}
            </span>
          }
          label={t("sort")}
          tabs={sorts.map((one) => ({
            href: `${address({ sort: one === "hottest" ? null : one })}#comments`,
            words: t(`sorts.${one}`),
            current: one === sort && only === null,
          }))}
        />
        {only !== null ? (
          <Only here={here} words={t("only")} />
        ) : (
          <Filters
            prompts={post.prompts}
            current={theme === null ? prompt : undefined}
            address={(chosen) => `${address({ prompt: chosen, theme: null })}#comments`}
          />
        )}
        {theme !== null && (
          <Only here={here} words={t("onlyTheme", { theme: themes.find(({ id }) => id === theme)?.name ?? "" })} />
        )}
        <div data-new-comments={post.id} aria-live="polite" />
        {threads.length > 0 ? (
          <ThreadList threads={threads} only={only !== null} />
        ) : (
          <EmptyState title={t("none")}>{t("noneYet")}</EmptyState>
        )}
        <Pager
          label={t("pages")}
          next={discussion.next ? `${address({ after: discussion.next })}#comments` : null}
          first={after && only === null ? `${address({})}#comments` : null}
        />
      </div>
      <Composer postId={post.id} prompts={post.prompts} answering={discussion.answering} longest={longestComment} />
    </>
  );
}

function Only({ here, words }: { here: string; words: string }) {
  const t = useTranslations("square.comments");
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm text-ink-2">
      {words}
      <A href={`${here}#comments`} className="inline-flex min-h-target items-center">
        {t("all")}
      </A>
    </p>
  );
}

interface FiltersProps {
  prompts: readonly string[];
  /** Undefined: another choice than that of a question has been made. */
  current: number | null | undefined;
  address: (prompt: number | null) => string;
}

/** Of a solicitation: only the answers to one question. And how 最热 is reckoned. */
function Filters({ prompts, current, address }: FiltersProps) {
  const t = useTranslations("square.comments");
  return (
    <div className="flex flex-wrap items-center gap-x-5 text-sm text-ink-2">
      {prompts.length > 0 && (
        <nav aria-label={t("byPrompt")}>
          <ul className="flex flex-wrap gap-x-5">
            {[null, ...prompts.keys()].map((prompt) => (
              <li key={prompt}>
                <A
                  href={address(prompt)}
                  aria-current={prompt === current ? "true" : undefined}
                  className="inline-flex min-h-target items-center aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
                >
                  {prompt === null ? t("allPrompts") : t("onlyPrompt", { prompt: prompts[prompt]! })}
                </A>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <details className="group ms-auto">
        <summary className="inline-flex min-h-target items-center text-link underline decoration-1 underline-offset-4">
          {t("howHot")}
        </summary>
        <p className="max-w-measure pb-2 leading-relaxed">{t("hotFormula")}</p>
      </details>
    </div>
  );
}
