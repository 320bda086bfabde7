import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendarDays, calendarYears } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { record } from "#domain/events/record.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { recountFrom } from "#domain/letters/recount-clocks.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Calendar } from "./calendar.ts";
import type { YearList } from "./import-input.ts";
import { type ListedDay, type ListProblem, problemsOf, readList } from "./listed-days.ts";
import { type Now, nowAt } from "./now.ts";
import { forgetCalendar, readCalendar } from "./read-now.ts";

/** Reads the list and says everything that is wrong with it, by line. Changes nothing. */
export function checkList({ year, days: text }: Pick<YearList, "year" | "days">, calendar: Calendar) {
  const { days, problems } = readList(text);
  const all: ListProblem[] = [...problems, ...problemsOf(days, year, calendar)];
  return { days, problems: all.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity)) };
}

/**
 * An administrator of the whole platform copies the State Council's notice for a year, with its number and link. Running
 * clocks that reach into the year are counted again in the same transaction, and both sides are told.
 */
export async function importYear(db: Db, actor: Actor, list: YearList, now: Now): Promise<{ recounted: number }> {
  const done = await transact(db, async (tx) => {
    await authorizeImport(tx, actor);
    await takeTurn(tx);
    const known = await readCalendar(tx);
    const { days, problems } = checkList(list, known);
    if (problems.length > 0) throw new Refusal("calendar.listWrong", { n: problems.length });
    if (list.year <= Number(known.coveredUntil.slice(0, 4)))
      throw new Refusal("calendar.yearThere", { year: list.year });
    await tx.insert(calendarDays).values(days.map(({ date, kind, name }) => ({ day: date, kind, name })));
    const { year, notice, noticeUrl } = list;
    await tx.insert(calendarYears).values({ year, notice, noticeUrl });
    return changeYear(tx, actor, "import", list.year, days, now);
  });
  forgetCalendar();
  return done;
}

/** A year that has not begun can be taken back and copied again; from its first day on letters have lived by it. */
export async function undoYear(db: Db, actor: Actor, { year }: { year: number }, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    await authorizeImport(tx, actor);
    await takeTurn(tx);
    const known = await readCalendar(tx);
    if (year !== Number(known.coveredUntil.slice(0, 4))) throw new Refusal("calendar.notTheLast", { year });
    if (now.today >= `${year}-01-01`) throw new Refusal("calendar.yearBegun", { year });
    await tx.delete(calendarYears).where(eq(calendarYears.year, year));
    await tx.delete(calendarDays).where(sql`extract(year from ${calendarDays.day}) = ${year}`);
    await changeYear(tx, actor, "undo", year, [], now);
  });
  forgetCalendar();
}

/** The calendar is one for all regions: whoever administers the root changes it. */
async function authorizeImport(tx: Tx, actor: Actor): Promise<void> {
  authorize(actor, "platform.administer", await findRegion(tx, ""));
}

/** Two who import at once: the second finds the first one's year. */
const takeTurn = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar'))`);

async function changeYear(
  tx: Tx,
  actor: Actor,
  verb: "import" | "undo",
  year: number,
  days: readonly ListedDay[],
  now: Now,
): Promise<{ recounted: number }> {
  const then = nowAt(now.at, await readCalendar(tx));
  const recounted = await recountFrom(tx, actor, `${year}-01-01`, then);
  await record(tx, {
    what: `calendar.${verb}`,
    topics: ["structure", "log", "letters", "home"],
    actor,
    as: { role: "administrator" },
    subject: `calendar:${year}`,
    counts: { year, days: days.length, letters: recounted },
    public: true,
    at: now.at,
  });
  return { recounted };
}
