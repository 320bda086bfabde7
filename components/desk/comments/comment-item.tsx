import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { nameOf } from "#components/people/speaker.tsx";
import { tongueOf } from "#components/people/tongue.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { A } from "#components/ui/link.tsx";
import { When } from "#components/ui/when.tsx";
import type { ShownComment } from "#domain/comments/shown.ts";
import type { AuthorRecord } from "#domain/moderation/read-author.ts";
import type { ModeratedItem } from "#domain/moderation/read-queue.ts";
import type { Hit } from "#domain/moderation/signals.ts";

interface CommentItemProps {
  item: ModeratedItem;
  /** What it answers, and what was answered to it. */
  before: ShownComment | null;
  after: readonly ShownComment[];
  /** Only whoever may hide it has to know who wrote it. */
  author: AuthorRecord | null;
  /** What was reported of it. */
  flags: ReactNode;
  /** What can be done with it. */
  acts: ReactNode;
}

/** One comment in its thread, with all that is decided by, on one screen. */
export function CommentItem({ item, before, after, author, flags, acts }: CommentItemProps) {
  const t = useTranslations("desk-comments");
  const language = useLocale();
  return (
    <article aria-label={t("item")} className="grid content-start gap-3">
      <div className="border-s-2 border-rule ps-4 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          <b>{nameOf(language, item.postSpeaker)}</b>
          <A href={`/posts/${item.postId}`}>{t("post")}</A>
        </p>
        <p lang={tongueOf(item.postBody, language)} className="line-clamp-4 whitespace-pre-line">
          {item.postBody}
        </p>
      </div>
      {before && <Neighbour comment={before} />}
      <div className="border border-brand border-s-4 bg-brand-wash px-4 py-3">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <b>{item.author}</b>
          <When at={item.at} approx={item.approx} />
          {item.prompt && <span className="text-ink-2">{t("answers", { prompt: item.prompt })}</span>}
          {item.edited && <span className="text-ink-2">{t("edited")}</span>}
        </p>
        <p lang={tongueOf(item.body, language)} className="my-1 text-lg leading-loose whitespace-pre-line">
          <Signalled text={item.body} hits={item.hits} />
        </p>
        <Reading item={item} />
      </div>
      {flags}
      {acts}
      {after.map((reply) => (
        <Neighbour key={reply.id} comment={reply} />
      ))}
      {author && <Author author={author} />}
    </article>
  );
}

function Neighbour({ comment }: { comment: ShownComment }) {
  const language = useLocale();
  if (comment.hidden) return null;
  return (
    <div className="border-s-2 border-rule ps-4 text-sm">
      <p className="flex flex-wrap gap-x-2">
        <b>{nameOf(language, comment.speaker)}</b>
        <When at={comment.at} approx={comment.approx} short className="text-ink-2" />
      </p>
      <p lang={tongueOf(comment.body, language)} className="line-clamp-4 whitespace-pre-line">
        {comment.body}
      </p>
    </div>
  );
}

/** The words by which it reads like a case, underlined. */
function Signalled({ text, hits }: { text: string; hits: readonly Hit[] }) {
  const t = useTranslations("moderation.signals");
  let from = 0;
  const pieces = hits.map((hit) => {
    const before = text.slice(from, hit.from);
    from = hit.to;
    return (
      <span key={hit.from}>
        {before}
        <mark title={t(hit.signal)} className="border-b-2 border-warn bg-transparent text-inherit">
          {text.slice(hit.from, hit.to)}
        </mark>
      </span>
    );
  });
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}

function Reading({ item }: { item: ModeratedItem }) {
  const t = useTranslations("desk-comments");
  const words = useTranslations("moderation");
  const signals = [...new Set(item.hits.map(({ signal }) => signal))].map((signal) => words(`signals.${signal}`));
  return (
    <p className="text-sm text-ink-2">
      {signals.length > 0
        ? t("signals", { signals: signals.join(t("and")), reads: words(`reads.${item.reads}`) })
        : t("noSignals", { reads: words(`reads.${item.reads}`) })}
      <br />
      {t("counted", { up: item.up, down: item.down, verified: item.verifiedVotes })}
    </p>
  );
}

function Author({ author }: { author: AuthorRecord }) {
  const t = useTranslations("desk-comments.author");
  const states = useTranslations("queue.states");
  const rows = [
    {
      term: t("verified"),
      words: t(author.verified ? "yes" : "no"),
      detail: (
        <>
          {t("since")} <When at={author.since} dayOnly />
        </>
      ),
    },
    { term: t("comments"), words: t("count", { n: author.comments, hidden: author.hidden }) },
    {
      term: t("letters"),
      words:
        author.letters.length === 0
          ? t("noLetters")
          : author.letters.map(({ number, title, state }) => (
              <span key={number} className="block">
                <A href={`/letters/${number}`}>{title}</A> · {states(state as "closed")}
              </span>
            )),
    },
  ];
  return (
    <section className="border-t border-rule pt-3">
      <h2 className="text-lg">{t("title")}</h2>
      <DefinitionList rows={rows} className="text-sm" />
    </section>
  );
}
