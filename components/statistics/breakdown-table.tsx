import { useLocale, useTranslations } from "next-intl";
import { named } from "#components/people/named.ts";
import { lettersBehind, statisticsOf } from "#components/statistics/address.ts";
import { useNumbers } from "#components/statistics/numbers.ts";
import { classes } from "#components/ui/classes.ts";
import { Cell, DataTable } from "#components/ui/data-table.tsx";
import { A } from "#components/ui/link.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { type Grouping, groupings } from "#domain/statistics/figures.ts";
import { weightedAttitude } from "#domain/statistics/rates.ts";
import type { Breakdown } from "#domain/statistics/read-statistics.ts";
import type { Scope } from "#domain/statistics/scope.ts";

type Part = readonly [numerator: number, denominator: number];
type Row = Breakdown["rows"][number];

interface BreakdownTableProps {
  breakdown: Breakdown;
  scope: Scope;
}

const columns = [
  "received",
  "answered",
  "onTime",
  "suggestions",
  "personally",
  "solved",
  "satisfied",
  "median",
] as const;

/** Only whose letters go to a leader can be answered by a leader in person. */
const inPerson: readonly Grouping[] = ["leader", "mailbox"];

/** The same rates for each mailbox, office, leader …, each with the counts that make it. */
export function BreakdownTable({ breakdown: { by, rows }, scope }: BreakdownTableProps) {
  const t = useTranslations("statistics.breakdown");
  const shown = columns.filter((column) => column !== "personally" || inPerson.includes(by));
  return (
    <>
      <Tabs
        label={t("label")}
        tabs={groupings
          .filter((one) => one !== "region")
          .map((one) => ({
            href: `${statisticsOf(scope, { by: one })}#apart`,
            words: t(`by.${one}`),
            current: one === by,
          }))}
      />
      <div className="mt-3 overflow-x-auto">
        <DataTable
          caption={t(`by.${by}`)}
          columns={[
            { words: t(`by.${by}`), width: "min-w-36" },
            ...shown.map((column) => ({ words: t(column), numeric: true })),
          ]}
        >
          {rows.map((row) => (
            <Line key={row.slug} row={row} by={by} scope={scope} shown={shown} />
          ))}
        </DataTable>
      </div>
      <p className="mt-2 text-sm text-ink-2">{t("note")}</p>
    </>
  );
}

interface LineProps {
  row: Row;
  by: Grouping;
  scope: Scope;
  shown: readonly (typeof columns)[number][];
}

function Line({ row, by, scope, shown }: LineProps) {
  const t = useTranslations("statistics.breakdown");
  const { count } = useNumbers();
  const own = ownScope(scope, by, row.slug);
  const words = useGroupName(by, row);
  const { received, answered, onTime, personally, judged, solved } = row.figures;
  const rates: Partial<Record<(typeof columns)[number], Part[]>> = {
    answered: [[answered, received]],
    onTime: [
      [onTime, received],
      [onTime, answered],
    ],
    suggestions: [[row.suggestions, received]],
    personally: [[personally, received]],
    solved: [[solved, judged]],
    satisfied: [[weightedAttitude(row.figures), judged]],
  };
  return (
    <tr className="grid grid-cols-2 gap-x-3 md:table-row">
      <Cell head className="col-span-2 font-normal">
        <A href={statisticsOf(own)} className="inline-block py-1">
          {words}
        </A>
      </Cell>
      {shown.map((column) => (
        <Cell key={column} numeric label={t(column)}>
          {column === "received" ? (
            <A href={lettersBehind(own, "received")} className="inline-block min-w-6 py-0.5 whitespace-nowrap">
              {count(received)}
            </A>
          ) : column === "median" ? (
            row.medianDays !== null && t("days", { n: row.medianDays })
          ) : (
            rates[column]!.map((part, at, all) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: of received, of answered
              <Share key={at} of={part} inLine={all.length > 1} />
            ))
          )}
        </Cell>
      ))}
    </tr>
  );
}

/** A percentage with its two counts, below it or beside it where two stand in one cell. */
function Share({ of: [numerator, denominator], inLine }: { of: Part; inLine: boolean }) {
  const t = useTranslations("statistics.rates");
  const { percent, fraction } = useNumbers();
  if (denominator === 0) return <span className="whitespace-nowrap text-ink-2">{t("noData")}</span>;
  return (
    <span className="block md:whitespace-nowrap">
      {percent(numerator / denominator)}{" "}
      <span className={classes("text-ink-2", !inLine && "md:block")}>{fraction(numerator, denominator)}</span>
    </span>
  );
}

/** The same days for one line alone. */
function ownScope(scope: Scope, by: Grouping, slug: string): Scope {
  if (by !== "month") return { ...scope, [by]: slug };
  const [year, month] = slug.split("-").map(Number) as [number, number];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { ...scope, from: `${slug}-01` as Scope["from"], to: `${slug}-${last}` as Scope["to"] };
}

function useGroupName(by: Grouping, row: Row): string {
  const t = useTranslations("statistics.breakdown");
  const kinds = useTranslations("letters.kinds");
  const months = useTranslations("statistics.months");
  const language = useLocale();
  if (by === "level") return t(`levels.${row.slug as "city"}`);
  if (by === "kind") return kinds(row.slug as "help");
  if (by !== "month") return named(language, row);
  return months("monthOf", { year: row.slug.slice(0, 4), month: String(Number(row.slug.slice(5))) });
}
