import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAssessmentPage } from "#app/_square/assessment.ts";
import { Periods } from "#components/assessment/beside-scores.tsx";
import { ReportHead } from "#components/assessment/report-head.tsx";
import { ReportView } from "#components/assessment/report-view.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { A } from "#components/ui/link.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("assessment"))("title") };
}

/** 考核: what offices did with last month's letters, in frozen figures. */
export default async function AssessmentPage({ searchParams }: PageProps<"/assessment">) {
  const { after, report, months, next, years } = await readAssessmentPage(await searchParams);
  const t = await getTranslations("assessment");
  return (
    <Columns wide>
      <h1>{t("title")}</h1>
      <p className="mt-1 max-w-measure text-ink-2">{t("lead")}</p>
      <p className="mt-1">
        <A href="/assessment/call-backs">{t("callBacks")}</A>
      </p>
      {report && (
        <>
          <ReportHead report={report} level={2} />
          <ReportView report={report} />
        </>
      )}
      {!report && !after && <EmptyState title={t("none")}>{t("noneWhy")}</EmptyState>}
      {months.length > 0 && (
        <Section title={t("months")} className="max-w-column">
          <Periods reports={months} />
          <Pager
            label={t("months")}
            next={next ? withQuery("/assessment", { after: next }) : null}
            first={after ? "/assessment" : null}
          />
        </Section>
      )}
      {years.length > 0 && (
        <Section title={t("years")} className="max-w-column">
          <Periods reports={years} />
        </Section>
      )}
    </Columns>
  );
}
