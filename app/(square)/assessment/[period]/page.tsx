import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readReportPage } from "#app/_square/assessment.ts";
import { once } from "#app/_square/once.ts";
import { ReportHead } from "#components/assessment/report-head.tsx";
import { ReportView } from "#components/assessment/report-view.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { A } from "#components/ui/link.tsx";

const read = once(readReportPage);

export async function generateMetadata({ params }: PageProps<"/assessment/[period]">): Promise<Metadata> {
  return { title: `${(await getTranslations("assessment"))("title")} ${(await params).period}` };
}

/** One frozen report. */
export default async function ReportPage({ params, searchParams }: PageProps<"/assessment/[period]">) {
  const report = await read((await params).period, await searchParams);
  if (!report) notFound();
  const t = await getTranslations("assessment");
  return (
    <Columns wide>
      <nav className="unprinted text-sm text-ink-2">
        <A href="/assessment">{t("title")}</A> / {report.period}
      </nav>
      <ReportHead report={report} level={1} />
      <ReportView report={report} />
    </Columns>
  );
}
