import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Count } from "#components/ui/count.tsx";
import type { LetterFigures } from "#domain/statistics/read-figures.ts";

/** Each rate with the two counts that make it; without letters there is no rate, and that is said. */
export function Figures({ figures: { received, answered, onTime } }: { figures: LetterFigures }) {
  const t = useTranslations("square.figures");
  return (
    <>
      <dl>
        <Figure term={t("received")} value={<Count of={received} />} beside={t("letters")} />
        <Rate term={t("answered")} of={answered} among={received} />
        <Rate term={t("onTime")} of={onTime} among={received} />
      </dl>
      <p className="mt-2 text-sm leading-relaxed text-ink-2">{t("definition")}</p>
    </>
  );
}

function Rate({ term, of, among }: { term: string; of: number; among: number }) {
  const t = useTranslations("square.figures");
  const language = useLocale();
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  if (among === 0) return <Figure term={term} value={t("noData")} />;
  return (
    <Figure term={term} value={percent.format(of / among)} beside={`${number.format(of)} ÷ ${number.format(among)}`} />
  );
}

function Figure({ term, value, beside }: { term: string; value: ReactNode; beside?: string }) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2.5">
      <dt className="basis-full text-[1rem] leading-normal font-normal">{term}</dt>
      <dd className="text-xl leading-snug font-semibold tabular-nums">{value}</dd>
      {beside && <dd className="text-sm text-ink-2 tabular-nums">{beside}</dd>}
    </div>
  );
}
