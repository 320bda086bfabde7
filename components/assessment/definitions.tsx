import { useTranslations } from "next-intl";
import { dayWords } from "#components/letters/date-words.ts";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import type { OpenReport } from "#domain/assessment/read-reports.ts";

const told = ["response", "solved", "satisfaction", "deductions", "interval", "few", "excluded"] as const;

/** How the scores were reckoned: formula, days, bands, and every word of it defined. */
export function Definitions({ report: { formula, from, to, asOf } }: { report: OpenReport }) {
  const t = useTranslations("assessment.definitions");
  const calendar = useTranslations("calendar");
  const { bands, minimum } = formula;
  return (
    <DefinitionList
      rows={[
        {
          term: t("days"),
          words: t("daysWords", {
            from: dayWords(calendar, from, "plain"),
            to: dayWords(calendar, to, "plain"),
            asOf: dayWords(calendar, asOf, "plain"),
          }),
        },
        {
          term: t("formula"),
          words: <code className="text-sm break-words">{formula.text}</code>,
          detail: t("version", { n: formula.version }),
        },
        { term: t("bands"), words: t("bandsWords", { ...bands }), detail: t("minimum", { n: minimum }) },
        ...told.map((name) => ({ term: t(name), words: t(`${name}Words`) })),
      ]}
    />
  );
}
