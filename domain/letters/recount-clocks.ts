import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, offices } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, clock as timetable } from "#domain/access/actor.ts";
import { type CivilDate, endOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";
import { record } from "#domain/events/record.ts";
import { countOwedChanges, recountOwedCovered, recountOwedFrom } from "#domain/owed-answers/recount-owed.ts";
import { type Clock, countAgain, keepCount } from "./clocks.ts";
import { findLetter } from "./letter.ts";
import { isPublic, topicsOf } from "./topics.ts";

/** Those that stand still wait: they are counted when they go on. */
const runs = and(isNull(clocks.stoppedAt), isNull(clocks.pausedAt));

/** Running clocks whose date, or one of whose cards, lies on this day or later. */
const reaching = (from: CivilDate) =>
  and(runs, sql`coalesce(${clocks.redAt}, ${clocks.dueAt}) >= ${startOf(from).toISOString()}::timestamptz`);

/** How many dates, of letters and of answers owed in public, would change or become sure: shown before it is confirmed. */
export async function countChanges(db: Db, from: CivilDate, now: Now): Promise<{ running: number; moved: number }> {
  const rows = await db.select().from(clocks).where(reaching(from));
  const owed = await countOwedChanges(db, from, now);
  let { moved } = owed;
  for (const row of rows) if ((await countAgain(db, row, now)).dueOn !== dueOnOf(row)) moved += 1;
  return { running: rows.length + owed.running, moved };
}

/** The calendar has changed from a day on: counts again what reaches there, by the policies of each start. Says how many. */
export async function recountFrom(tx: Tx, actor: Actor, from: CivilDate, now: Now): Promise<number> {
  const letters = await recount(
    tx,
    actor,
    await tx.select().from(clocks).where(reaching(from)).orderBy(asc(clocks.id)).for("update"),
    now,
  );
  return letters + (await recountOwedFrom(tx, actor, from, now));
}

/**
 * The timetable: a clock that started in a process which did not know the new calendar yet, within its minute, is still
 * provisional although its day is covered.
 */
export async function recountCovered(db: Db, now: Now): Promise<number> {
  const { coveredUntil } = now.calendar;
  return transact(db, async (tx) => {
    const covered = and(runs, eq(clocks.provisional, true), lte(clocks.dueAt, endOf(coveredUntil)));
    const letters = await recount(
      tx,
      timetable,
      await tx.select().from(clocks).where(covered).orderBy(asc(clocks.id)).for("update"),
      now,
    );
    return letters + (await recountOwedCovered(tx, now));
  });
}

async function recount(tx: Tx, actor: Actor, rows: readonly Clock[], now: Now): Promise<number> {
  let changed = 0;
  for (const row of rows) {
    const counted = await keepCount(tx, row, now);
    if (!differs(row, counted)) continue;
    changed += 1;
    await tell(tx, actor, row, counted, now);
  }
  return changed;
}

const dueOnOf = (clock: Clock): CivilDate => (clock.working as Working).dueOn;

/** Its light reads differently: another date, another certainty, another warning or card. */
function differs(before: Clock, after: Clock): boolean {
  const instants = ({ dueAt, amberAt, yellowAt, redAt }: Clock) =>
    [dueAt, amberAt, yellowAt, redAt].map((at) => at?.getTime());
  return before.provisional !== after.provisional || String(instants(before)) !== String(instants(after));
}

/** Told in the letter's own record with the old date and the new one; notices are made of it. */
async function tell(tx: Tx, actor: Actor, before: Clock, after: Clock, now: Now): Promise<void> {
  const letter = (await findLetter(tx, before.letterId))!;
  const [office] = after.officeId
    ? await tx.select({ slug: offices.slug }).from(offices).where(eq(offices.id, after.officeId))
    : [];
  await record(tx, {
    what: "letter.recount",
    topics: topicsOf(letter, letter, office ? [office.slug] : []),
    actor,
    as: { role: actor.kind === "clock" ? "clock" : "administrator" },
    subject: `letter:${letter.id}`,
    counts: {
      clock: after.what,
      from: dueOnOf(before),
      due: dueOnOf(after),
      provisional: after.provisional,
      ...(office && { office: office.slug }),
    },
    public: isPublic(letter, letter),
    at: now.at,
  });
}
