import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { owedAnswers } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, clock as timetable } from "#domain/access/actor.ts";
import { type CivilDate, civilDateOf, endOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { ComputedClock } from "#domain/calendar/term.ts";
import type { Working } from "#domain/calendar/working.ts";
import { record } from "#domain/events/record.ts";
import { countClock } from "#domain/policies/count-clock.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { policyOf } from "./owe-answer.ts";

type Owed = typeof owedAnswers.$inferSelect;

const runs = isNull(owedAnswers.stoppedAt);

const reaching = (from: CivilDate) =>
  and(runs, sql`coalesce(${owedAnswers.redAt}, ${owedAnswers.dueAt}) >= ${startOf(from).toISOString()}::timestamptz`)!;

/** How many answers are owed beyond this day, and how many of their dates this calendar would move. */
export async function countOwedChanges(db: Db, from: CivilDate, now: Now): Promise<{ running: number; moved: number }> {
  const rows = await db.select().from(owedAnswers).where(reaching(from));
  let moved = 0;
  for (const row of rows) if ((await countAgain(db, row, now)).working.dueOn !== dueOnOf(row)) moved += 1;
  return { running: rows.length, moved };
}

/** The calendar has changed from a day on: counts again what reaches there. Says how many dates changed. */
export const recountOwedFrom = (tx: Tx, actor: Actor, from: CivilDate, now: Now): Promise<number> =>
  recount(tx, actor, reaching(from), now);

/** The timetable: dates that were counted in a process which did not know the new calendar yet. */
export const recountOwedCovered = (tx: Tx, now: Now): Promise<number> =>
  recount(
    tx,
    timetable,
    and(runs, eq(owedAnswers.provisional, true), lte(owedAnswers.dueAt, endOf(now.calendar.coveredUntil)))!,
    now,
  );

async function recount(tx: Tx, actor: Actor, which: SQL, now: Now): Promise<number> {
  let changed = 0;
  for (const row of await tx.select().from(owedAnswers).where(which).orderBy(asc(owedAnswers.id)).for("update")) {
    const { dueAt, amberAt, yellowAt, redAt, provisional, working } = await countAgain(tx, row, now);
    const [after] = await tx
      .update(owedAnswers)
      .set({ dueAt, amberAt, yellowAt, redAt, provisional, working })
      .where(eq(owedAnswers.id, row.id))
      .returning();
    if (!differs(row, after!)) continue;
    changed += 1;
    await tell(tx, actor, row, after!, now);
  }
  return changed;
}

const dueOnOf = ({ working }: Owed): CivilDate => (working as Working).dueOn;

/** By the policies that were in force when it began. */
async function countAgain(db: Db, { what, startedAt, working }: Owed, now: Now): Promise<ComputedClock> {
  const { term, rule = policyOf[what] } = working as Working;
  return countClock({ startedAt, term, rule, pauses: [] }, await readPolicies(db, civilDateOf(startedAt)), now);
}

function differs(before: Owed, after: Owed): boolean {
  const instants = ({ dueAt, amberAt, yellowAt, redAt }: Owed) =>
    [dueAt, amberAt, yellowAt, redAt].map((at) => at?.getTime());
  return before.provisional !== after.provisional || String(instants(before)) !== String(instants(after));
}

async function tell(tx: Tx, actor: Actor, before: Owed, after: Owed, now: Now): Promise<void> {
  const { what, postId, commentId, officeId, leaderId } = after;
  await record(tx, {
    what: `${what}.recount`,
    topics: [`post:${postId}`, "owed-answers"],
    actor,
    as: { role: actor.kind === "clock" ? "clock" : "administrator", officeId, leaderId },
    subject: commentId ? `comment:${commentId}` : `post:${postId}`,
    counts: { post: postId, comment: commentId, from: dueOnOf(before), due: dueOnOf(after) },
    public: true,
    at: now.at,
  });
}
