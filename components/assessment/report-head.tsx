import { useTranslations } from "next-intl";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { When } from "#components/ui/when.tsx";
import type { OpenReport } from "#domain/assessment/read-reports.ts";

/** Which period, which version, frozen when. */
export function ReportHead({ report, level }: { report: OpenReport; level: 1 | 2 }) {
  const t = useTranslations("assessment");
  const words = usePeriodWords();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="mt-5 mb-3">
      <Heading className={level === 2 ? "text-xl" : undefined}>{t("of", { period: words(report.period) })}</Heading>
      <p className="text-sm text-ink-2">
        {t("frozen", { n: report.version })} <When at={report.frozenAt} />
      </p>
    </div>
  );
}
