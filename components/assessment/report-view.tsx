import { useLocale, useTranslations } from "next-intl";
import { Contests, Exclusions, Versions } from "#components/assessment/beside-scores.tsx";
import { Definitions } from "#components/assessment/definitions.tsx";
import { usePeriodWords } from "#components/assessment/period-words.ts";
import { ScoreTable } from "#components/assessment/score-table.tsx";
import { address } from "#components/ui/address.ts";
import { A } from "#components/ui/link.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { OpenReport } from "#domain/assessment/read-reports.ts";

/** A frozen report: the scores, how they were reckoned, what was left out, contested and corrected. */
export function ReportView({ report }: { report: OpenReport }) {
  const t = useTranslations("assessment");
  const words = usePeriodWords();
  const { period } = report;
  return (
    <>
      {!report.newest && (
        <Notice kind="warn" title={t("older")}>
          <A href={`/assessment/${period}`}>{t("newest")}</A>
        </Notice>
      )}
      <ScoreTable report={report} caption={t("caption", { period: words(period) })} />
      <Files report={report} />
      <div className="max-w-column">
        <Section title={t("parts.definitions")} number={1}>
          <Definitions report={report} />
        </Section>
        <Section title={t("parts.exclusions")} number={2}>
          <Exclusions exclusions={report.exclusions} />
        </Section>
        <Section title={t("parts.contests")} number={3}>
          <Contests contests={report.contests} />
        </Section>
        <Section title={t("parts.versions")} number={4}>
          <Versions report={report} />
        </Section>
      </div>
    </>
  );
}

/** The same figures to take away. Not links of the square: each is made when it is asked for. */
function Files({ report: { period, version } }: { report: OpenReport }) {
  const t = useTranslations("assessment.files");
  const language = useLocale();
  const at = (file: string) => `${address(language, `/assessment/${period}/${file}`)}?version=${version}`;
  return (
    <p className="unprinted mt-3 flex flex-wrap items-center gap-x-5 gap-y-1">
      <LinkButton href={`/assessment/${period}/bulletin`} icon="printer">
        {t("bulletin")}
      </LinkButton>
      <a href={at("csv")} download>
        CSV
      </a>
      <a href={at("xlsx")} download>
        XLSX
      </a>
      <A href={`/assessment/${period}.json?version=${version}`}>JSON</A>
    </p>
  );
}
