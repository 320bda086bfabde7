import { useLocale, useTranslations } from "next-intl";
import { useMailboxName } from "#components/letters/brief-words.tsx";
import { LetterNumber } from "#components/letters/plate.tsx";
import { named } from "#components/people/named.ts";
import { DemoTag } from "#components/people/speaker.tsx";
import { DocumentLine, OutcomeTag, SaidBy } from "#components/suggestions/outcome.tsx";
import { A } from "#components/ui/link.tsx";
import type { SuggestionRow } from "#domain/suggestions/list-suggestions.ts";

/** Suggestions with what became of them, by which document, and whom they are owed to. */
export function SuggestionRows({ rows }: { rows: readonly SuggestionRow[] }) {
  return (
    <ol className="border-t-2 border-rule-strong">
      {rows.map((row) => (
        <li key={row.number} className="border-b border-b-rule bg-card px-3 py-3 sm:px-4">
          <Row row={row} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row }: { row: SuggestionRow }) {
  const t = useTranslations("suggestions");
  const language = useLocale();
  const mailbox = useMailboxName({ slug: "", ...row.mailbox });
  const { adoption, number, words } = row;
  return (
    <article>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <OutcomeTag outcome={adoption.outcome} />
        <LetterNumber number={number} />
        {row.demo && <DemoTag />}
        <span>{mailbox}</span>
        <span>{named(language, row.region)}</span>
      </p>
      <h2 className="mt-0.5 text-lg leading-snug">
        <A href={`/letters/${number}`} className="text-ink no-underline hover:underline">
          {row.title}
        </A>
      </h2>
      {words && <p className="mt-0.5 line-clamp-4 leading-relaxed whitespace-pre-line">{words}</p>}
      {adoption.document && <DocumentLine document={adoption.document} />}
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span>{t("by", { name: row.nickname ?? t("nameless") })}</span>
        {row.cosigners > 0 && <span>{t("cosigners", { n: row.cosigners })}</span>}
        <SaidBy adoption={adoption} />
      </p>
    </article>
  );
}
