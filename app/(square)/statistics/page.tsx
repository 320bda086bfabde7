import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readStatisticsPage, type StatisticsPage } from "#app/_square/statistics.ts";
import { ChartPatterns } from "#components/charts/fills.tsx";
import { Columns } from "#components/frame/columns.tsx";
import { dayWords } from "#components/letters/date-words.ts";
import { PrintButton } from "#components/letters/print-button.tsx";
import { statisticsOf } from "#components/statistics/address.ts";
import { BreakdownTable } from "#components/statistics/breakdown-table.tsx";
import { StatisticsFilters } from "#components/statistics/filters.tsx";
import { MonthFigures } from "#components/statistics/month-figures.tsx";
import { Outcomes } from "#components/statistics/outcomes.tsx";
import { RateList } from "#components/statistics/rate-list.tsx";
import { RegionBands } from "#components/statistics/region-bands.tsx";
import { RegionFigures } from "#components/statistics/region-figures.tsx";
import { address, withQuery } from "#components/ui/address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Section } from "#components/ui/section.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("statistics"))("title") };
}

/** 统计: every rate with its counts, its definition and the letters behind it. */
export default async function Statistics({ searchParams }: PageProps<"/statistics">) {
  const page = await readStatisticsPage(await searchParams);
  const t = await getTranslations("statistics");
  const days = await getTranslations("calendar");
  const { scope, period } = page;
  const day = (date: typeof period.from) => dayWords(days, date, "plain");
  return (
    <Columns wide>
      <div className="flex flex-wrap items-end justify-between gap-x-6">
        <h1>{t("title")}</h1>
        <p className="unprinted flex flex-wrap items-center gap-x-5 text-[1rem]">
          <a
            href={address(await getLocale(), withQuery("/statistics.json", scope))}
            className="inline-flex min-h-target items-center gap-1.5"
          >
            <Icon of="download" />
            {t("json")}
          </a>
          <PrintButton words={t("print")} />
        </p>
      </div>
      <p className="mt-1 max-w-measure text-ink-2">{t("lead")}</p>
      <StatisticsFilters scope={scope} period={period} places={page.choices.places} only={page.only} />
      <p>{t("period", { from: day(period.from), to: day(period.to), asof: day(period.asOf) })}</p>
      {page.total.received > 0 ? (
        <Figures page={page} />
      ) : (
        <div className="mt-6">
          <EmptyState title={t("empty")}>{t("emptyWhy")}</EmptyState>
        </div>
      )}
    </Columns>
  );
}

async function Figures({ page }: { page: StatisticsPage }) {
  const t = await getTranslations("statistics");
  const { scope, total, breakdown, after } = page;
  const { by, next } = breakdown;
  return (
    <>
      <ChartPatterns />
      <Section number={1} title={t("outcomes.title")}>
        <Outcomes total={total} mailboxes={page.mailboxes} levels={page.levels} scope={scope} />
      </Section>
      <Section number={2} title={t("rates.title")}>
        <RateList rates={page.rates} total={total} medianDays={page.medianDays} scope={scope} />
      </Section>
      <Section number={3} title={t("regions.title")}>
        <RegionFigures rows={page.regions} scope={scope} />
      </Section>
      <Section number={4} title={t("bands.title")}>
        <RegionBands rows={page.regions} />
      </Section>
      <MonthFigures number={5} months={page.months} />
      <Section number={6} id="apart" title={t("breakdown.title")}>
        <BreakdownTable breakdown={breakdown} scope={scope} />
        <Pager
          label={t("breakdown.pages")}
          next={next && `${statisticsOf(scope, { by, after: next })}#apart`}
          first={after && `${statisticsOf(scope, { by })}#apart`}
        />
      </Section>
    </>
  );
}
