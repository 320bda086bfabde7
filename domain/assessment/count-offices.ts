import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { type CivilDate, endOf, startOf } from "#domain/calendar/civil-date.ts";
import { factsFrom } from "#domain/statistics/facts.ts";
import type { Measure } from "#domain/statistics/figures.ts";
import { sumOf } from "#domain/statistics/measures.ts";
import { daysOf, type Period } from "./period.ts";
import type { Counts } from "./score.ts";

/** What the letters themselves tell, by the definitions of the statistics. */
const measured = [
  "received",
  "answered",
  "onTime",
  "judged",
  "solved",
  "partly",
  "verySatisfied",
  "satisfied",
  "acceptable",
] as const satisfies readonly Measure[];

const deducted = ["yellow", "red", "orders", "upheld", "broken"] as const;

const none: Counts = Object.fromEntries(
  [...measured, ...deducted, "calledBack", "excluded"].map((name) => [name, 0]),
) as unknown as Counts;

/**
 * The counts of every office in a period: letters received in it, as they stood at the end of `asOf`, and cards, orders,
 * objections and promises that fell into it. Reckoned from the letters' own tables, so that what a relay has not yet
 * counted is in it. An accusation is counted nowhere; an excluded letter neither for nor against.
 */
export async function countOffices(db: Db, period: Period, asOf: CivilDate): Promise<Map<number, Counts>> {
  const counts = new Map<number, Counts>();
  const add = (rows: Iterable<Record<string, unknown>>) => {
    for (const { office, ...found } of rows) {
      const id = Number(office);
      const numbers = Object.entries(found).map(([name, n]) => [name, Number(n)] as const);
      counts.set(id, { ...(counts.get(id) ?? none), ...Object.fromEntries(numbers) });
    }
  };
  add(await db.execute(lettersOf(period, asOf)));
  add(await db.execute(excludedOf(period, asOf)));
  for (const name of deducted) add(await db.execute(deductions[name](period, asOf)));
  return new Map(
    [...counts].filter(([, { received, ...rest }]) => received > 0 || deducted.some((name) => rest[name] > 0)),
  );
}

const instantOf = (at: Date) => sql`${at.toISOString()}::timestamptz`;

const receivedIn = (period: Period): SQL => {
  const { from, to } = daysOf(period);
  return sql`${letters.sentAt} >= ${instantOf(startOf(from))} and ${letters.sentAt} < ${instantOf(endOf(to))}`;
};

const isExcluded = (letterId: SQL) =>
  sql`exists (select from exclusions x where x.letter_id = ${letterId} and x.lifted_at is null)`;

function lettersOf(period: Period, asOf: CivilDate): SQL {
  const day = sql`${asOf}::date`;
  const sums = measured.map((measure) => sql`${sumOf(measure, day)} as ${sql.identifier(measure)}`);
  const silent = sql`not exists (select from ratings r where r.letter_id = f.letter_id)`;
  return sql`
    select f.office_id as office, ${sql.join(sums, sql`, `)},
      (count(*) filter (where f.judged_on <= ${day} and ${silent}))::int as "calledBack"
    from (${factsFrom(receivedIn(period))}) f where not ${isExcluded(sql`f.letter_id`)} group by f.office_id`;
}

function excludedOf(period: Period, asOf: CivilDate): SQL {
  return sql`
    select f.office_id as office, count(*)::int as excluded
    from (${factsFrom(receivedIn(period))}) f
    where f.received_on <= ${asOf}::date and ${isExcluded(sql`f.letter_id`)} group by f.office_id`;
}

/** What lies in the period, and had happened by the end of the day as of which is counted. */
function within(column: SQL, period: Period, asOf: CivilDate): SQL {
  const { from, to } = daysOf(period);
  const last = to < asOf ? to : asOf;
  return sql`${column} >= ${instantOf(startOf(from))} and ${column} < ${instantOf(endOf(last))}`;
}

const counted = sql`join letters l on l.id = d.letter_id and l.kind <> 'accusation' and not ${isExcluded(sql`l.id`)}`;

/** A clock that still ran when its card fell due, and did not stand still. */
const burned = (card: SQL) =>
  sql`(d.stopped_at is null or d.stopped_at > ${card}) and (d.paused_at is null or d.paused_at > ${card})`;

const cards = (card: SQL, period: Period, asOf: CivilDate) => sql`${within(card, period, asOf)} and ${burned(card)}`;

const yellow = sql`d.yellow_at`;
const red = sql`d.red_at`;

const deductions: Record<(typeof deducted)[number], (period: Period, asOf: CivilDate) => SQL> = {
  /** A card counts in the period it was given in; one that turned red in the same period counts as red alone. */
  yellow: (period, asOf) => sql`
    select d.office_id as office, count(*)::int as yellow from clocks d ${counted}
    where d.office_id is not null and ${cards(yellow, period, asOf)} and not coalesce(${cards(red, period, asOf)}, false)
    group by d.office_id`,
  red: (period, asOf) => sql`
    select d.office_id as office, count(*)::int as red from clocks d ${counted}
    where d.office_id is not null and ${cards(red, period, asOf)} group by d.office_id`,
  /** 提醒 and 催办 are no orders yet. */
  orders: (period, asOf) => sql`
    select d.to_office_id as office, count(*)::int as orders from orders d ${counted}
    where d.level not in ('remind', 'urge') and ${within(sql`d.issued_at`, period, asOf)} group by d.to_office_id`,
  upheld: (period, asOf) => sql`
    select d.office_id as office, count(*)::int as upheld from objections d ${counted}
    where d.state = 'upheld' and ${within(sql`d.decided_at`, period, asOf)} group by d.office_id`,
  broken: (period, asOf) => sql`
    select d.office_id as office, count(*)::int as broken from promises d ${counted}
    where d.state = 'broken' and ${within(sql`d.ended_at`, period, asOf)} group by d.office_id`,
};
