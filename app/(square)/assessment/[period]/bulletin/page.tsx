import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readReportPage } from "#app/_square/assessment.ts";
import { Bulletin } from "#components/assessment/bulletin.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { PrintButton } from "#components/letters/print-button.tsx";
import { A } from "#components/ui/link.tsx";

export async function generateMetadata({ params }: PageProps<"/assessment/[period]/bulletin">): Promise<Metadata> {
  return { title: `${(await getTranslations("assessment"))("bulletin.head")} ${(await params).period}` };
}

/** 通报, to be printed. */
export default async function BulletinPage({ params, searchParams }: PageProps<"/assessment/[period]/bulletin">) {
  const report = await readReportPage((await params).period, await searchParams);
  if (!report) notFound();
  const t = await getTranslations("assessment");
  return (
    <Columns>
      <nav className="unprinted mb-3 flex flex-wrap items-center justify-between gap-3 text-sm text-ink-2">
        <span>
          <A href="/assessment">{t("title")}</A> / <A href={`/assessment/${report.period}`}>{report.period}</A>
        </span>
        <PrintButton words={t("files.print")} />
      </nav>
      <Bulletin report={report} />
    </Columns>
  );
}
