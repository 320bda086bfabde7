import { useTranslations } from "next-intl";
import { Acts } from "#components/comments/comment.tsx";
import { Stone } from "#components/comments/stone.tsx";
import { Replies } from "#components/comments/thread-list.tsx";
import { Byline } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { When } from "#components/ui/when.tsx";
import type { Thread } from "#domain/comments/read-thread.ts";

/** What an office or a leader answered to all: above the discussion, under the plate of who spoke. */
export function PinnedReply({ thread }: { thread: Thread }) {
  const t = useTranslations("square.official");
  const { comment } = thread;
  return (
    <div
      id={`comment-${comment.id}`}
      className="mt-4 border border-s-4 border-brand bg-card px-3.5 pt-3.5 pb-2 lg:px-5"
    >
      <div data-live={`comment:${comment.id}`}>
        {comment.hidden ? (
          <Stone what="comment" hiding={comment.hidden} />
        ) : (
          <article>
            <p className="mb-1.5 flex items-center gap-1.5 text-sm leading-normal font-semibold text-brand">
              <Icon of="pin" />
              {t("pinned")}
            </p>
            <Byline speaker={comment.speaker} demo={comment.demo}>
              <When at={comment.at} approx={comment.approx} />
            </Byline>
            <Said text={comment.body} mentions={comment.mentions} className="mt-2" />
          </article>
        )}
      </div>
      {!comment.hidden && <Acts comment={comment} className="mt-1" />}
      <Replies thread={thread} />
    </div>
  );
}
