import { useTranslations } from "next-intl";
import { StackedColumns } from "#components/charts/stacked-columns.tsx";
import { NumberTable } from "#components/statistics/number-table.tsx";
import { useNumbers } from "#components/statistics/numbers.ts";
import { outcomesOf } from "#components/statistics/outcomes.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Section } from "#components/ui/section.tsx";
import { added, type Figures, noFigures } from "#domain/statistics/figures.ts";
import type { Row } from "#domain/statistics/read-statistics.ts";

/** More columns than this cannot be told apart: then a column is a year. */
const mostMonths = 36;

interface Span {
  key: string;
  name: string;
  figures: Figures;
}

/** When letters came in and what became of them, month by month or year by year; empty months are shown as empty. */
export function MonthFigures({ months, number }: { months: readonly Row[]; number: number }) {
  const t = useTranslations("statistics.months");
  const outcomes = useTranslations("statistics.outcomes");
  const { count } = useNumbers();
  const all = everyMonth(months.map(({ slug }) => slug));
  const yearly = all.length > mostMonths;
  const spans = yearly
    ? yearsOf(months, (year) => t("yearOf", { year }))
    : monthsOf(months, all, (year, month) => t("monthOf", { year, month }));
  const columns = spans.map(({ key, name, figures }) => ({ key, name, parts: outcomesOf(figures) }));
  return (
    <Section number={number} title={t(yearly ? "titleYears" : "title")}>
      <figure className="border border-t-0 border-rule bg-card px-4 py-4">
        <figcaption className="mb-2 text-sm text-ink-2">{t("caption")}</figcaption>
        <StackedColumns columns={columns} words={t(yearly ? "chartYears" : "chart")} count={count} />
        <Disclosure summary={t("table")} className="mt-2">
          <NumberTable
            caption={t("table")}
            columns={[
              t(yearly ? "year" : "month"),
              ...(["onTime", "late", "never"] as const).map((what) => outcomes(what)),
            ]}
            lines={spans.map(({ key, name, figures }) => ({
              key,
              name,
              numbers: outcomesOf(figures).map(({ value }) => value),
            }))}
          />
        </Disclosure>
      </figure>
    </Section>
  );
}

/** From the first to the last, those without a letter too: "2009-01". */
function everyMonth(months: readonly string[]): string[] {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return [];
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, at) => {
    const month = number(first) + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

function monthsOf(
  months: readonly Row[],
  all: readonly string[],
  name: (year: string, month: string) => string,
): Span[] {
  const known = new Map(months.map(({ slug, figures }) => [slug, figures]));
  return all.map((key) => ({
    key,
    name: name(key.slice(0, 4), String(Number(key.slice(5)))),
    figures: known.get(key) ?? noFigures,
  }));
}

function yearsOf(months: readonly Row[], name: (year: string) => string): Span[] {
  const first = Number(months[0]!.slug.slice(0, 4));
  const last = Number(months.at(-1)!.slug.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = String(first + at);
    const own = months.filter(({ slug }) => slug.startsWith(year)).map(({ figures }) => figures);
    return { key: year, name: name(year), figures: added(own) };
  });
}
