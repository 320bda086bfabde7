import { useLocale, useTranslations } from "next-intl";
import { BecameLetter } from "#components/comments/became-letter.tsx";
import { nameOf } from "#components/people/speaker.tsx";
import { Said } from "#components/posts/said.tsx";
import { A } from "#components/ui/link.tsx";
import { Section } from "#components/ui/section.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Debt } from "#domain/sessions/read-debts.ts";

interface DebtListProps {
  debts: readonly Debt[];
  /** From so many votes a question was owed an answer. */
  from: number;
  /** The address of the next page of the list. */
  more: string | null;
}

/** 欠答清单: what enough people asked and nobody answered, each with the letter it has become. */
export function DebtList({ debts, from, more }: DebtListProps) {
  const t = useTranslations("sessions");
  return (
    <section aria-label={t("debts")}>
      <Section id="debts" title={t("debts")}>
        <p className="max-w-measure pt-2 text-sm leading-relaxed text-ink-2">
          {debts.length > 0 ? t("debtsWhy", { from }) : t("debtsNone", { from })}
        </p>
        <ol>
          {debts.map((debt) => (
            <Owed key={debt.id} debt={debt} />
          ))}
        </ol>
        {more && (
          <A href={more} className="inline-flex min-h-target items-center">
            {t("moreDebts")}
          </A>
        )}
      </Section>
    </section>
  );
}

function Owed({ debt: { votes, question } }: { debt: Debt }) {
  const t = useTranslations("sessions");
  const language = useLocale();
  if (question.hidden) return <li className="border-b border-rule py-3 text-ink-2">{t("hiddenDebt")}</li>;
  return (
    <li className="border-b border-rule py-3">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <span>{nameOf(language, question.speaker)}</span>
        <b className="tabular-nums text-ink">{t("votes", { n: votes })}</b>
      </p>
      <Said text={question.body} mentions={question.mentions} className="mt-0.5" />
      <div className="mt-2">
        {question.letter ? <BecameLetter letter={question.letter} /> : <Tag kind="warn">{t("becoming")}</Tag>}
      </div>
    </li>
  );
}
