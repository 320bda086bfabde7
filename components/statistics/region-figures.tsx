import { useLocale, useTranslations } from "next-intl";
import { BarRows } from "#components/charts/bar-rows.tsx";
import { named } from "#components/people/named.ts";
import { statisticsOf } from "#components/statistics/address.ts";
import { useNumbers } from "#components/statistics/numbers.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import type { RegionRow } from "#domain/statistics/read-statistics.ts";
import type { Scope } from "#domain/statistics/scope.ts";

/** Where it happened: a bar for each place, and the same numbers as a table. */
export function RegionFigures({ rows, scope }: { rows: readonly RegionRow[]; scope: Scope }) {
  const t = useTranslations("statistics.regions");
  const { count } = useNumbers();
  const name = useRegionName();
  const sum = (measure: "received" | "answered") => rows.reduce((all, { figures }) => all + figures[measure], 0);
  const bars = rows.map((row) => ({
    name: name(row),
    value: row.figures.received,
    solid: row.figures.answered,
  }));
  return (
    <>
      <figure className="border border-t-0 border-rule bg-card px-4 py-4">
        <figcaption className="mb-2 text-sm text-ink-2">{t("caption")}</figcaption>
        <BarRows rows={bars} words={t("chart")} count={count} />
        <div className="mt-4">
          <DataTable
            compact
            caption={t("table")}
            showCaption
            columns={[
              { words: t("region") },
              { words: t("received"), numeric: true },
              { words: t("answered"), numeric: true },
              { words: t("open"), numeric: true },
            ]}
          >
            {rows.map((row) => (
              <tr key={row.slug}>
                <Cell head className="font-normal">
                  <A href={statisticsOf({ ...scope, region: row.slug })}>{name(row)}</A>
                </Cell>
                <Numbers received={row.figures.received} answered={row.figures.answered} />
              </tr>
            ))}
            <tr className="font-semibold">
              <Cell head>{t("total")}</Cell>
              <Numbers received={sum("received")} answered={sum("answered")} />
            </tr>
          </DataTable>
        </div>
      </figure>
      <p className="mt-2 text-sm text-ink-2">{t("note")}</p>
    </>
  );
}

function Numbers({ received, answered }: { received: number; answered: number }) {
  const t = useTranslations("statistics.regions");
  const { count } = useNumbers();
  return (
    <>
      <Cell numeric label={t("received")}>
        {count(received)}
      </Cell>
      <Cell numeric label={t("answered")}>
        {count(answered)}
      </Cell>
      <Cell numeric label={t("open")}>
        {count(received - answered)}
      </Cell>
    </>
  );
}

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
