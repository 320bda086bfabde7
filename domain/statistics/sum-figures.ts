import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { FiguresBy } from "#db/schema/statistics.ts";
import type { Now } from "#domain/calendar/now.ts";
import { cityProper } from "./city-proper.ts";
import { type Figures, type Grouping, measures, noFigures } from "./figures.ts";
import { columnOf, sumOf } from "./measures.ts";
import { isEver, isWholeMonths, type Period, periodOf, type Scope } from "./scope.ts";
import { everyMonth } from "./sums.ts";

/** Which of the stored sums a way of telling apart needs; kind and month are in all of them. */
const needs: Record<Grouping, Exclude<FiguresBy, "all"> | null> = {
  mailbox: "mailbox",
  leader: "mailbox",
  level: "mailbox",
  office: "office",
  region: "region",
  kind: null,
  month: null,
};

/** The county that a place lies in; what concerns the whole city stands for itself. */
const county = sql`coalesce(rg.lineage[2], rg.lineage[1])`;

const keys: Record<Grouping, SQL> = {
  mailbox: sql`m.id::text`,
  leader: sql`m.leader_id::text`,
  level: sql`mr.level::text`,
  office: sql`o.id::text`,
  region: sql`${county}::text`,
  kind: sql`f.kind::text`,
  month: sql`to_char(date_trunc('month', f.month), 'YYYY-MM')`,
};

const joins: Record<Exclude<FiguresBy, "all">, (id: SQL) => SQL> = {
  mailbox: (id) => sql`join mailboxes m on m.id = ${id} join offices mo on mo.id = m.office_id
    join regions mr on mr.id = mo.region_id left join leaders ld on ld.id = m.leader_id`,
  office: (id) => sql`join offices o on o.id = ${id}`,
  region: (id) => sql`join regions rg on rg.id = ${id}`,
};

/** Where the figures of a scope are read from: the stored sums where they can tell, else the facts of each letter. */
export interface Source {
  from: SQL;
  where: SQL;
  /** Stored sums are as of now. */
  stored: FiguresBy | null;
  asOf: SQL;
}

/** Where `table` holds sums, the days of receipt and the day it is told as of decide whether they can be used. */
export function sourceOf(
  scope: Scope,
  group: Grouping | null,
  now: Now,
  table: "figures" | "answer_days" | "letter_facts",
): Source {
  const period = periodOf(scope, now);
  const used = [...new Set([...namedDimensions(scope), ...(group && needs[group] ? [needs[group]] : [])])];
  const asOf = sql`${period.asOf}::date`;
  const named = namedIn(scope);
  if (table !== "letter_facts" && used.length <= 1 && isWholeMonths(period, now)) {
    const by = used[0] ?? "all";
    return {
      from: sql`${sql.identifier(table)} f ${by === "all" ? sql`` : joins[by](sql`f.key_id`)}`,
      where: sql`f.by = ${by} and ${monthsOf(period, group, now)} ${named}`,
      stored: by,
      asOf,
    };
  }
  const from = used.map((by) => joins[by](sql.raw(`f.${by}_id`)));
  return {
    from: sql`(select *, received_on as month from letter_facts) f ${sql.join(from, sql` `)}`,
    where: sql`f.received_on between ${period.from}::date and ${period.to}::date ${named}`,
    stored: null,
    asOf,
  };
}

function monthsOf(period: Period, group: Grouping | null, now: Now): SQL {
  if (isEver(period, now) && group !== "month") return sql`f.month = ${everyMonth}`;
  return sql`f.month between date_trunc('month', ${period.from}::date) and ${period.to}::date`;
}

function namedDimensions({ mailbox, leader, level, office, region }: Scope): Exclude<FiguresBy, "all">[] {
  return [
    ...(mailbox || leader || level ? (["mailbox"] as const) : []),
    ...(office ? (["office"] as const) : []),
    ...(region ? (["region"] as const) : []),
  ];
}

function namedIn({ kind, mailbox, leader, level, office, region }: Scope): SQL {
  const conditions = [
    kind && sql`and f.kind = ${kind}`,
    mailbox && sql`and m.slug = ${mailbox}`,
    leader && sql`and ld.handle = ${leader}`,
    level && sql`and mr.level = ${level}`,
    office && sql`and o.slug = ${office}`,
    region && sql`and ${concerns(region)}`,
  ];
  return sql.join(conditions.filter(Boolean), sql` `);
}

/** A place with all below it; of the city proper also its districts. */
const concerns = (region: string): SQL =>
  region === cityProper
    ? sql`(rg.lineage[2] is null or (select d.name like '%区' from regions d where d.id = rg.lineage[2]))`
    : sql`(select named.id from regions named where named.slug = ${region}) = any(rg.lineage)`;

/** The figures of a scope, told apart or as one; the keys are ids, names of kinds and levels, or months. */
export async function sumFigures(
  db: Db,
  scope: Scope,
  group: Grouping | null,
  now: Now,
): Promise<Map<string, Figures>> {
  const { from, where, stored, asOf } = sourceOf(scope, group, now, "figures");
  const sums = measures.map((measure) =>
    stored
      ? sql`coalesce(sum(f.${columnOf(measure)}), 0)::int as ${columnOf(measure)}`
      : sql`${sumOf(measure, asOf)} as ${columnOf(measure)}`,
  );
  const key = group ? keys[group] : sql`''`;
  const rows = await db.execute<Record<string, number> & { key: string | null }>(sql`
    select ${key} as key, ${sql.join(sums, sql`, `)} from ${from} where ${where} group by 1`);
  return new Map(
    rows.flatMap((row) => {
      const figures = figuresOf(row);
      return row.key === null || figures.received === 0 ? [] : [[row.key, figures] as const];
    }),
  );
}

const snake = (name: string) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

function figuresOf(row: Record<string, unknown>): Figures {
  return Object.fromEntries(measures.map((measure) => [measure, Number(row[snake(measure)])])) as Figures;
}

/** All letters of a scope as one. */
export async function totalOf(db: Db, scope: Scope, now: Now): Promise<Figures> {
  return (await sumFigures(db, scope, null, now)).get("") ?? noFigures;
}

/** In how many civil days half of the answered letters had their first answer: the median, of each group. */
export async function medianDays(db: Db, scope: Scope, group: Grouping | null, now: Now): Promise<Map<string, number>> {
  const { from, where, stored, asOf } = sourceOf(scope, group, now, "answer_days");
  const key = group ? keys[group] : sql`''`;
  const days = stored ? sql`f.days` : sql`f.answered_on - f.received_on`;
  const letters = stored ? sql`sum(f.letters)` : sql`count(*)`;
  const answered = stored ? sql`` : sql`and f.answered_on <= ${asOf}`;
  const rows = await db.execute<{ key: string | null; days: number }>(sql`
    select key, min(days)::int as days from (
      select key, days, sum(letters) over (partition by key order by days) as until, sum(letters) over (partition by key) as whole
      from (select ${key} as key, ${days} as days, ${letters} as letters from ${from} where ${where} ${answered} group by 1, 2) counted
    ) summed where until * 2 >= whole and whole > 0 group by key`);
  return new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row.days] as const])));
}
