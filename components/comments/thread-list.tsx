import { useLocale, useTranslations } from "next-intl";
import { Comment, Reply } from "#components/comments/comment.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { withQuery } from "#components/ui/address.ts";
import { A } from "#components/ui/link.tsx";
import type { Thread } from "#domain/comments/read-thread.ts";

/** A discussion in two levels, all of it in the page; what is too much for it is behind a link of its own. */
export function ThreadList({ threads, only }: { threads: readonly Thread[]; only: boolean }) {
  return (
    <ol>
      {threads.map((thread) => (
        <Comment key={thread.comment.id} comment={thread.comment}>
          <Replies thread={thread} only={only} />
        </Comment>
      ))}
    </ol>
  );
}

/** The answers to one comment, drawn in along a line. In the list the first few, alone page by page. */
export function Replies({ thread: { comment, replies, next }, only }: { thread: Thread; only?: boolean }) {
  const t = useTranslations("square.comments");
  const language = useLocale();
  if (replies.length === 0) return null;
  const whose = comment.hidden ? t("repliesToHidden") : t("repliesTo", { name: nameOf(language, comment.speaker) });
  return (
    <ol aria-label={whose} className="col-span-full ms-2 border-s border-control ps-3 sm:ms-[1.35rem] sm:ps-[1.35rem]">
      {replies.map((reply) => (
        <Reply key={reply.id} comment={reply} />
      ))}
      {next && (
        <li className="border-t border-rule">
          <A
            href={`${withQuery(`/posts/${comment.postId}`, { thread: comment.id, after: only ? next : null })}#comment-${comment.id}`}
            className="inline-flex min-h-target items-center text-sm"
          >
            {only ? t("nextReplies") : t("moreReplies", { n: comment.replies })}
          </A>
        </li>
      )}
    </ol>
  );
}
