import { useLocale, useTranslations } from "next-intl";
import { BarRows } from "#components/charts/bar-rows.tsx";
import { named } from "#components/people/named.ts";
import { statisticsOf } from "#components/statistics/address.ts";
import { NumberTable } from "#components/statistics/number-table.tsx";
import { useNumbers } from "#components/statistics/numbers.ts";
import { A } from "#components/ui/link.tsx";
import { added, type Figures } from "#domain/statistics/figures.ts";
import type { RegionRow } from "#domain/statistics/read-statistics.ts";
import type { Scope } from "#domain/statistics/scope.ts";

/** Where it happened: a bar for each place, and the same numbers as a table. */
export function RegionFigures({ rows, scope }: { rows: readonly RegionRow[]; scope: Scope }) {
  const t = useTranslations("statistics.regions");
  const { count } = useNumbers();
  const name = useRegionName();
  const bars = rows.map((row) => ({
    name: name(row),
    value: row.figures.received,
    solid: row.figures.answered,
  }));
  return (
    <>
      <figure className="grid gap-x-6 gap-y-4 border border-t-0 border-rule bg-card px-4 py-4 lg:grid-cols-[minmax(0,1.45fr)_minmax(0,1fr)]">
        <div>
          <figcaption className="mb-2 text-sm text-ink-2">{t("caption")}</figcaption>
          <BarRows rows={bars} words={t("chart")} count={count} />
        </div>
        <div>
          <NumberTable
            caption={t("table")}
            columns={[t("region"), t("received"), t("answered"), t("open")]}
            lines={rows.map((row) => ({
              key: row.slug,
              name: <A href={statisticsOf({ ...scope, region: row.slug })}>{name(row)}</A>,
              numbers: numbersOf(row.figures),
            }))}
            total={{ name: t("total"), numbers: numbersOf(added(rows.map(({ figures }) => figures))) }}
          />
        </div>
      </figure>
      <p className="mt-2 text-sm text-ink-2">{t("note")}</p>
    </>
  );
}

const numbersOf = ({ received, answered }: Figures) => [received, answered, received - answered];

/** 源城区和市直: the city with the districts that are counted with it. */
export function useRegionName(): (row: RegionRow) => string {
  const t = useTranslations("statistics.regions");
  const language = useLocale();
  return (row) => {
    if (row.districts === null) return named(language, row);
    if (row.districts.length === 0) return t("cityOnly");
    return t("proper", { districts: row.districts.map((one) => named(language, one)).join(t("join")) });
  };
}
