import { useLocale, useTranslations } from "next-intl";
import { hourWords } from "#components/letters/date-words.ts";
import { headline } from "#components/posts/headline.ts";
import { Icon } from "#components/ui/icon.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { whenWords } from "#components/ui/when-words.ts";
import type { QueuedComment } from "#domain/moderation/read-queue.ts";

interface QueueListProps {
  comments: readonly QueuedComment[];
  current: number | null;
  hrefOf: (id: number) => string;
  personId: number;
  /** May tick several to deal with at once, and sees what was reported. */
  moderates: boolean;
}

/** What waits: who, when, how many agree, how it reads, and who is on it. */
export function QueueList({ comments, current, hrefOf, personId, moderates }: QueueListProps) {
  const t = useTranslations("desk-comments");
  const reads = useTranslations("moderation.reads");
  const flags = useTranslations("flags.desk");
  const bulk = useTranslations("desk-moderation.bulk");
  const language = useLocale();
  return (
    <ol>
      {comments.map((comment) => (
        <li
          key={comment.id}
          data-rows-item=""
          className="relative border-b border-rule px-4 py-2.5 text-sm has-[[aria-current=true]]:bg-card has-[[aria-current=true]]:outline-2 has-[[aria-current=true]]:-outline-offset-2 has-[[aria-current=true]]:outline-brand"
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            {moderates && (
              // Above the link that fills the row; the label makes the target as large as a finger.
              <label className="relative z-10 -my-2 -ms-2 inline-flex size-target items-center justify-center self-center">
                <span className="sr-only">{bulk("pick", { words: headline(comment.body, 24) })}</span>
                <input type="checkbox" name="pick" value={comment.id} className="choice" />
              </label>
            )}
            <b>{comment.author}</b>
            <span className="text-ink-2">{whenWords({ at: comment.at, short: true }, language)}</span>
            <span className="ms-auto text-ink-2 tabular-nums">
              {t("votes", { up: comment.up, down: comment.down })}
            </span>
          </p>
          <A
            href={hrefOf(comment.id)}
            data-row=""
            aria-current={comment.id === current ? "true" : undefined}
            className="line-clamp-3 py-0.5 text-[1rem] leading-relaxed text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {comment.body}
          </A>
          <p className="flex flex-wrap items-center gap-x-2 text-ink-2">
            {comment.claim && (
              <span className={comment.claim.personId === personId ? "text-brand" : undefined}>
                <Icon of="user" className="me-1 inline align-[-.15em]" />
                {comment.claim.personId === personId
                  ? t("claim.yours", { time: hourWords(comment.claim.at) })
                  : t("claim.theirs", { who: comment.claim.who, time: hourWords(comment.claim.at) })}
              </span>
            )}
            <span className="ms-auto flex flex-wrap gap-2">
              {moderates && comment.first && <Tag kind="danger">{flags("first")}</Tag>}
              {moderates && comment.flagged && (
                <Tag kind="warn">{flags("reported", { n: comment.flagged.established })}</Tag>
              )}
              {comment.demo && <Tag kind="warn">{t("demo")}</Tag>}
              {comment.reads === "opinion" ? reads("opinion") : <Tag>{reads(comment.reads)}</Tag>}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
