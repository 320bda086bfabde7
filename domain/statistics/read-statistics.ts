import { and, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mailboxes, regionLevel } from "#db/schema/index.ts";
import { addDays, type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { cityProper } from "./city-proper.ts";
import { added, type Figures, type Grouping, noFigures } from "./figures.ts";
import { type GroupName, nameGroups, readCounties } from "./named-groups.ts";
import { type Rate, ratesOf } from "./rates.ts";
import { periodOf, type Scope } from "./scope.ts";
import { medianDays, sumFigures } from "./sum-figures.ts";

/** One line of figures: of a mailbox, an office, a county, a month … */
export interface Row extends Omit<GroupName, "key"> {
  figures: Figures;
}

export interface Statistics {
  period: { from: CivilDate; to: CivilDate; asOf: CivilDate };
  /** How many mailboxes there were on that day. */
  mailboxes: number;
  total: Figures;
  rates: Rate[];
  /** Half of the answered letters had their first answer within so many civil days; null without any. */
  medianDays: number | null;
  /** Where it happened: the city with its districts, then each county. */
  regions: RegionRow[];
  months: Row[];
  /** By the level of the region in which the mailbox's office stands. */
  levels: Row[];
}

export interface RegionRow extends Row {
  /** The districts that are counted with the city itself; of a county none. */
  districts: Pick<GroupName, "name" | "nameEn">[] | null;
}

/** All figures of a scope. Of an accusation and of what is not public nothing but counts, of accusations not even those. */
export async function readStatistics(db: Db, scope: Scope, now: Now): Promise<Statistics> {
  const period = periodOf(scope, now);
  const [kinds, leaders, regions, months, levels, median, open] = await Promise.all([
    sumFigures(db, scope, "kind", now),
    sumFigures(db, scope, "leader", now),
    readRegions(db, scope, now),
    sumFigures(db, scope, "month", now),
    sumFigures(db, scope, "level", now),
    medianDays(db, scope, null, now),
    countMailboxes(db, period.asOf),
  ]);
  const total = added([...kinds.values()]);
  const beside = {
    suggestions: kinds.get("suggestion")?.received ?? 0,
    toLeaders: added([...leaders.values()]).received,
  };
  return {
    period,
    mailboxes: open,
    total,
    rates: ratesOf(total, beside),
    medianDays: median.get("") ?? null,
    regions,
    levels: regionLevel.enumValues.map((level) => rowOf(level, levels.get(level) ?? noFigures)),
    months: [...months]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([month, figures]) => rowOf(month, figures)),
  };
}

const rowOf = (word: string, figures: Figures): Row => ({ slug: word, name: word, nameEn: null, figures });

/** A table as small as the number of mailboxes, which no visitor makes longer. */
async function countMailboxes(db: Db, asOf: CivilDate): Promise<number> {
  const end = startOf(addDays(asOf, 1));
  return db.$count(
    mailboxes,
    and(lt(mailboxes.createdAt, end), or(isNull(mailboxes.closedAt), gt(mailboxes.closedAt, end))),
  );
}

async function readRegions(db: Db, scope: Scope, now: Now): Promise<RegionRow[]> {
  const [sums, counties] = await Promise.all([sumFigures(db, scope, "region", now), readCounties(db)]);
  const proper = counties.filter((one) => one.proper);
  const city = counties.find(({ root }) => root);
  const inCity = added(proper.map(({ key }) => sums.get(key) ?? noFigures));
  const districts = proper.filter((one) => one !== city).map(({ name, nameEn }) => ({ name, nameEn }));
  const rows: RegionRow[] = counties
    .filter((one) => !one.proper)
    .map(({ key, slug, name, nameEn }) => ({
      slug,
      name,
      nameEn,
      districts: null,
      figures: sums.get(key) ?? noFigures,
    }));
  if (city) rows.unshift({ slug: cityProper, name: city.name, nameEn: city.nameEn, districts, figures: inCity });
  return rows.filter(({ figures }) => figures.received > 0);
}

export interface Breakdown {
  by: Grouping;
  rows: (Row & { suggestions: number; medianDays: number | null })[];
  /** For `after` of the next page; null on the last. */
  next: string | null;
}

const pageLength = 20;

/** The figures told apart, those with the most letters first; months in their order. A page at a time. */
export async function readBreakdown(
  db: Db,
  scope: Scope,
  by: Grouping,
  after: string | undefined,
  now: Now,
): Promise<Breakdown> {
  const sums = await sumFigures(db, scope, by, now);
  const inOrder = [...sums].sort(([one, { received: a }], [other, { received: b }]) =>
    by === "month" ? (one < other ? 1 : -1) : b - a || one.localeCompare(other),
  );
  const names = await nameGroups(db, by, [...sums.keys()]);
  const begin = after ? inOrder.findIndex(([key]) => names.get(key)?.slug === after) + 1 : 0;
  const page = inOrder.slice(begin, begin + pageLength);
  const [suggestions, medians] = await Promise.all([
    sumFigures(db, { ...scope, kind: "suggestion" }, by, now),
    medianDays(db, scope, by, now),
  ]);
  const rows = page.flatMap(([key, figures]) => {
    const named = names.get(key);
    if (!named) return [];
    const { key: _, ...name } = named;
    return [
      { ...name, figures, suggestions: suggestions.get(key)?.received ?? 0, medianDays: medians.get(key) ?? null },
    ];
  });
  return { by, rows, next: begin + pageLength < inOrder.length ? (rows.at(-1)?.slug ?? null) : null };
}
