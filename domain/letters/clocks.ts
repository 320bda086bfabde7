import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type ClockName, clocks, pauses } from "#db/schema/index.ts";
import { prepared, type Tx } from "#db/transact.ts";
import { type CivilDate, civilDateOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ComputedClock, type Pause, type Term, termUntil, type Working } from "#domain/calendar/term.ts";
import { countClock } from "#domain/policies/count-clock.ts";
import type { PolicyName } from "#domain/policies/policies.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { isLit, isOffices, letterClocks } from "./clock-kinds.ts";
import { firstOfficeOf, type Letter } from "./letter.ts";

export type Clock = typeof clocks.$inferSelect;

/** A date that a leader named: no policy. */
const named = "instruction";

/** What a clock beside the letter's own is about. */
interface Particular {
  /** Whose clock it is, where not the lead office's. */
  officeId?: number;
  /** The promise, order or review that it counts for. */
  aboutId?: number;
  /** The last day, where somebody named it instead of a policy. */
  until?: CivilDate;
}

/** Starts a clock as today's policy says, or until the day that was named. Supply and judging are the writer's. */
export async function startClock(
  tx: Tx,
  letter: Letter,
  what: ClockName,
  now: Now,
  { officeId, aboutId, until }: Particular = {},
): Promise<Clock> {
  const policies = await readPolicies(tx, now.today);
  const rule = until ? (what === "order" ? "order.named" : what) : ruleOf(letter, what);
  const term = until ? termUntil(now.at, until) : (policies[rule as PolicyName] as Term);
  const computed = countClock({ startedAt: now.at, term, rule, pauses: [] }, policies, now);
  const [clock] = await tx
    .insert(clocks)
    .values({
      letterId: letter.id,
      what,
      officeId: isOffices(what) ? (officeId ?? letter.leadOfficeId ?? firstOfficeOf(letter)) : null,
      round: letter.round,
      aboutId: aboutId ?? null,
      startedAt: now.at,
      ...datesOf(computed, isLit(what)),
    })
    .returning();
  return clock!;
}

function ruleOf(letter: Letter, what: ClockName): PolicyName {
  if (what === "promise") throw new Error("A promise names its own date.");
  return what === "finish" ? `finish.${letter.termClass ?? "ordinary"}` : what;
}

/** Lights and cards are for what an office has to do: the writer's own clock has a date and no warning. */
function datesOf(computed: ComputedClock, lit: boolean) {
  const { dueAt, provisional, working, amberAt, yellowAt, redAt } = computed;
  const lateAt = working.lateOn ? startOf(working.lateOn) : null;
  return { dueAt, lateAt, provisional, working, ...(lit && { amberAt, yellowAt, redAt }) };
}

const running = (letterId: number) => and(eq(clocks.letterId, letterId), isNull(clocks.stoppedAt));

/** Stops these clocks of a letter, or all that run; of promises, orders and reviews only the one named. */
export async function stopClocks(
  tx: Tx,
  letterId: number,
  which: readonly ClockName[] | "all",
  now: Now,
  aboutId?: number,
): Promise<void> {
  for (const { id, what, aboutId: own } of await prepared(tx, runningOf).execute({ letterId })) {
    if (which === "all" ? what === "promise" : !which.includes(what)) continue;
    if (aboutId !== undefined && own !== aboutId) continue;
    await prepared(tx, stopClock).execute({ id, at: now.at.toISOString() });
  }
}

/** Every step asks these: written out once, they are planned once. */
const runningOf = (db: Db) =>
  db
    .select({ id: clocks.id, what: clocks.what, aboutId: clocks.aboutId })
    .from(clocks)
    .where(and(eq(clocks.letterId, sql.placeholder("letterId")), isNull(clocks.stoppedAt)))
    .prepare("running_clocks_of_letter");

/** With the clock its pause has ended. */
const stopClock = (db: Db) => {
  const at = sql`${sql.placeholder("at")}::timestamptz`;
  const ended = db.$with("ended").as(
    db
      .update(pauses)
      .set({ untilAt: at })
      .where(and(eq(pauses.clockId, sql.placeholder("id")), isNull(pauses.untilAt)))
      .returning({ id: pauses.id }),
  );
  return db
    .with(ended)
    .update(clocks)
    .set({ stoppedAt: at })
    .where(eq(clocks.id, sql.placeholder("id")))
    .prepare("stop_clock");
};

/** These clocks stand still, while the writer is asked or a hearing is held; what burns beside them goes on. */
export async function pauseClocks(tx: Tx, letterId: number, which: readonly ClockName[], now: Now): Promise<void> {
  const rows = await tx
    .update(clocks)
    .set({ pausedAt: now.at })
    .where(and(running(letterId), inArray(clocks.what, which), isNull(clocks.pausedAt)))
    .returning({ id: clocks.id });
  if (rows.length > 0) await tx.insert(pauses).values(rows.map(({ id }) => ({ clockId: id, fromAt: now.at })));
}

/** Lets them go on; a day touched by a pause is not counted, so that the due date is computed anew. */
export async function resumeClocks(tx: Tx, letterId: number, which: readonly ClockName[], now: Now): Promise<Clock[]> {
  const standing = await tx
    .select()
    .from(clocks)
    .where(and(running(letterId), inArray(clocks.what, which), isNotNull(clocks.pausedAt)));
  const resumed: Clock[] = [];
  for (const clock of standing) {
    await endPause(tx, clock.id, now);
    const computed = await countAgain(tx, clock, now);
    const [row] = await tx
      .update(clocks)
      .set({ pausedAt: null, ...datesOf(computed, true) })
      .where(eq(clocks.id, clock.id))
      .returning();
    resumed.push(row!);
  }
  return resumed;
}

async function endPause(tx: Tx, clockId: number, now: Now): Promise<void> {
  await tx
    .update(pauses)
    .set({ untilAt: now.at })
    .where(and(eq(pauses.clockId, clockId), isNull(pauses.untilAt)));
}

/** By the policies that were in force when it started. A date that a leader named moves on by its last pause alone. */
export async function countAgain(tx: Db, clock: Clock, now: Now): Promise<ComputedClock> {
  const policies = await readPolicies(tx, civilDateOf(clock.startedAt));
  const { rule = named, term, extension: extensionDays } = clock.working as Working;
  const all = (await tx.select().from(pauses).where(eq(pauses.clockId, clock.id)).orderBy(asc(pauses.id))) as Pause[];
  const { startedAt } = clock;
  return countClock(
    { startedAt, term, rule, extensionDays, pauses: rule === named ? all.slice(-1) : all },
    policies,
    now,
  );
}

/** Counts a running clock anew, because the calendar is another; it is the same clock with the same start. */
export async function keepCount(tx: Tx, clock: Clock, now: Now): Promise<Clock> {
  const computed = await countAgain(tx, clock, now);
  const [row] = await tx
    .update(clocks)
    .set(datesOf(computed, isLit(clock.what)))
    .where(eq(clocks.id, clock.id))
    .returning();
  return row!;
}

/** Assigning hands the letter's clock over and never starts it again. */
export async function handOverClocks(tx: Tx, letterId: number, officeId: number): Promise<Clock[]> {
  return tx
    .update(clocks)
    .set({ officeId })
    .where(and(running(letterId), inArray(clocks.what, letterClocks)))
    .returning();
}

export async function findRunningClock(tx: Tx, letterId: number, what: ClockName): Promise<Clock | null> {
  const [clock] = await tx
    .select()
    .from(clocks)
    .where(and(running(letterId), eq(clocks.what, what)));
  return clock ?? null;
}

/** A leader may name an earlier date, never a later one: the caller has looked at both. */
export async function bringForward(tx: Tx, clock: Clock, date: CivilDate, now: Now): Promise<void> {
  const policies = await readPolicies(tx, now.today);
  const { startedAt } = clock;
  const computed = countClock({ startedAt, term: termUntil(startedAt, date), rule: named, pauses: [] }, policies, now);
  await tx.update(clocks).set(datesOf(computed, true)).where(eq(clocks.id, clock.id));
}

/** Calendar days on top of the term (art. 34), then on to a working day; the pauses in its count stay there. */
export async function extendClock(tx: Tx, clock: Clock, days: number, now: Now): Promise<Working> {
  const policies = await readPolicies(tx, civilDateOf(clock.startedAt));
  const { rule = named, term, pauses: counted } = clock.working as Working;
  const over = counted.map(({ fromAt, untilAt }) => ({ fromAt: new Date(fromAt), untilAt: new Date(untilAt) }));
  const { startedAt } = clock;
  const computed = countClock({ startedAt, term, rule, pauses: over, extensionDays: days }, policies, now);
  await tx.update(clocks).set(datesOf(computed, true)).where(eq(clocks.id, clock.id));
  return computed.working;
}
