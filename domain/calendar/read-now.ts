import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendarDays, calendarYears, clockOffset } from "#db/schema/calendar.ts";
import { type Calendar, makeCalendar } from "./calendar.ts";
import { parseCivilDate } from "./civil-date.ts";
import { type Now, nowAt } from "./now.ts";

/** A year's notice comes once a year: a minute later in another process is soon enough. */
const keptFor = 60_000;

// By database, so that a transaction reads its own calendar and a test leaves none behind.
let kept = new WeakMap<Db, { since: number; calendar: Promise<Calendar> }>();

/** The only place that asks the machine for the time. The journeys' offset counts only with GONGPU_TEST_CLOCK=1. */
export async function readNow(db: Db): Promise<Now> {
  const [calendar, offset] = await Promise.all([keptCalendar(db), readOffset(db)]);
  return nowAt(new Date(Date.now() + offset), calendar);
}

/** After an import: this process reads the calendar again at once, the others within a minute. */
export function forgetCalendar(): void {
  kept = new WeakMap();
}

function keptCalendar(db: Db): Promise<Calendar> {
  const last = kept.get(db);
  if (last && performance.now() - last.since < keptFor) return last.calendar;
  const calendar = readCalendar(db);
  const mine = { since: performance.now(), calendar };
  kept.set(db, mine);
  calendar.catch(() => kept.get(db) === mine && kept.delete(db));
  return calendar;
}

/** The working days as the notices imported so far have them. */
export async function readCalendar(db: Db): Promise<Calendar> {
  const [days, years] = await Promise.all([
    db.select({ date: calendarDays.day, kind: calendarDays.kind, name: calendarDays.name }).from(calendarDays),
    db.select({ year: calendarYears.year }).from(calendarYears).orderBy(calendarYears.year),
  ]);
  const exceptions = days.map((day) => ({ ...day, date: parseCivilDate(day.date) }));
  const { first, last } = coverage(years.map(({ year }) => year));
  return makeCalendar(exceptions, parseCivilDate(`${first}-01-01`), parseCivilDate(`${last}-12-31`));
}

/** From the first year on, as far as no year is missing. Without any year nothing is covered. */
function coverage(years: number[]): { first: number; last: number } {
  const first = years[0];
  if (first === undefined) return { first: 2999, last: 1000 };
  const unbroken = years.filter((year, i) => year === first + i);
  return { first, last: first + unbroken.length - 1 };
}

async function readOffset(db: Db): Promise<number> {
  if (process.env.GONGPU_TEST_CLOCK !== "1") return 0;
  const [offset] = await db.select({ millis: clockOffset.millis }).from(clockOffset).where(eq(clockOffset.id, 1));
  return offset?.millis ?? 0;
}
