import { useLocale, useTranslations } from "next-intl";
import { useReasonWords } from "#components/log/reason-words.ts";
import { named } from "#components/people/named.ts";
import { Said } from "#components/posts/said.tsx";
import { Button } from "#components/ui/button.tsx";
import { A } from "#components/ui/link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { When } from "#components/ui/when.tsx";
import { longestGrievance } from "#domain/grievances/input.ts";
import type { Struck } from "#domain/grievances/read-grievances.ts";

const kinds = { raised: "warn", stands: "neutral", restored: "ok" } as const;

interface StruckListProps {
  struck: readonly Struck[];
  /** What was typed and not taken. */
  typed: { of: string; words: string } | null;
}

/** Each act with its reason and office; under it the contest, or the form for one. */
export function StruckList({ struck, typed }: StruckListProps) {
  return (
    <ol className="mt-4 border-t-2 border-rule-strong">
      {struck.map((one) => (
        <li key={`${one.subject} ${one.at.toISOString()}`} className="border-b border-rule py-4">
          <Act one={one} />
          {one.grievance && <Raised grievance={one.grievance} />}
          {one.until && <Raise one={one} words={typed?.of === one.subject ? typed.words : undefined} />}
        </li>
      ))}
    </ol>
  );
}

function Act({ one }: { one: Struck }) {
  const t = useTranslations("grievances.mine");
  const language = useLocale();
  const reasonOf = useReasonWords();
  const code = one.code && reasonOf(one.what === "invalidation" ? "votes.strike" : "comment.hide", one.code);
  return (
    <>
      <p className="leading-relaxed">
        {t(`acts.${one.what}`, { number: one.number ?? 0 })}
        {code && t("reason", { reason: code })}
        {one.office && t("by", { office: named(language, one.office) })} <When at={one.at} />
        {" · "}
        <A href="/log">{t("log")}</A>
      </p>
      {one.body && (
        <div className="mt-1 border-s-[3px] border-control ps-3">
          <Said text={one.body} className="line-clamp-6" />
        </div>
      )}
    </>
  );
}

function Raised({ grievance }: { grievance: NonNullable<Struck["grievance"]> }) {
  const t = useTranslations("grievances.mine");
  return (
    <div className="mt-3 border border-rule bg-card px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>{t("yours")}</b>
        <Tag kind={kinds[grievance.state]}>{t(`states.${grievance.state}`)}</Tag>
        <span className="text-sm text-ink-2">
          <When at={grievance.decidedAt ?? grievance.raisedAt} />
        </span>
      </p>
      {grievance.words && <p className="font-song">{grievance.words}</p>}
      {grievance.reason && (
        <p className="mt-2 border-t border-rule pt-2">
          <b>{t("decision")}</b> {grievance.reason}
        </p>
      )}
    </div>
  );
}

function Raise({ one, words }: { one: Struck; words: string | undefined }) {
  const t = useTranslations("grievances.mine");
  const field = `words-${one.subject.replace(":", "-")}`;
  return (
    <details className="mt-2" open={words !== undefined}>
      <summary className="inline-flex min-h-target cursor-pointer items-center text-link underline">
        {t("open")}
      </summary>
      <form method="post" action="/api/grievances" className="mt-2 grid gap-3">
        <input type="hidden" name="of" value={one.subject} />
        <TextArea
          id={field}
          name="words"
          required
          maxLength={longestGrievance}
          defaultValue={words}
          label={t("why")}
          hint={t.rich("until", { date: () => <When on={one.until!} /> })}
        />
        <Button kind="go" className="justify-self-start">
          {t("send")}
        </Button>
      </form>
    </details>
  );
}
