import { and, asc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { promises } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, clock } from "#domain/access/actor.ts";
import { addDays, type CivilDate, parseCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { startClock, stopClocks } from "./clocks.ts";
import type { keepInput, promiseInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { isTooLate, takeStep } from "./take-step.ts";

/** A letter's list of promises stays one that can be read, and a date one that somebody will still remember. */
export const mostPromises = 10;
const furthestPromise = 3 * 365;

/**
 * What the office will do, and by which day. It has a light of its own that everybody sees and that goes on when the letter
 * is closed.
 */
export async function makePromise(
  db: Db,
  actor: Actor,
  { letterId, words, due }: z.output<typeof promiseInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const dueOn = dayOf(due, now);
    let id = 0;
    const { letter, eventId } = await takeStep(tx, actor, letterId, "promise", now, async (_, before) => {
      id = await keepInMind(tx, before, dueOn, now);
      return { words, counts: { promise: id, due: dueOn } };
    });
    await tx.update(promises).set({ madeEventId: eventId }).where(eq(promises.id, id));
    return letter;
  });
}

function dayOf(due: string, now: Now): CivilDate {
  const dueOn = parseCivilDate(due);
  const latest = addDays(now.today, furthestPromise);
  if (dueOn <= now.today || dueOn > latest) throw new Refusal("letters.promiseDate", { latest });
  return dueOn;
}

async function keepInMind(tx: Tx, letter: Letter, dueOn: CivilDate, now: Now): Promise<number> {
  const made = { letterId: letter.id, officeId: letter.leadOfficeId!, dueOn, madeAt: now.at };
  const [row] = await tx.insert(promises).values(made).returning({ id: promises.id });
  if ((await tx.$count(promises, eq(promises.letterId, letter.id))) > mostPromises) {
    throw new Refusal("letters.promisesEnough", { most: mostPromises });
  }
  await startClock(tx, letter, "promise", now, { aboutId: row!.id, until: dueOn });
  return row!.id;
}

/** The office has done what it promised, and says what. A day that has passed stays passed. */
export async function keepPromise(
  db: Db,
  actor: Actor,
  { letterId, promiseId, words }: z.output<typeof keepInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "keep", now, async () => {
      const state = await stateOf(tx, letterId, promiseId);
      if (state !== "open") throw new Refusal(state === "broken" ? "letters.promiseBroken" : "letters.promiseKept");
      return { words, counts: { promise: promiseId } };
    });
    await endPromise(tx, letterId, promiseId, "kept", eventId, now);
    return letter;
  });
}

async function stateOf(tx: Tx, letterId: number, promiseId: number) {
  const [row] = await tx
    .select({ state: promises.state })
    .from(promises)
    .where(and(eq(promises.id, promiseId), eq(promises.letterId, letterId)));
  if (!row) throw new Refusal("letters.promiseMissing");
  return row.state;
}

/** For the timetable: a promise whose day has passed is broken, and stays in view. Returns how many were. */
export async function breakPromises(db: Db, now: Now): Promise<number> {
  const due = await db
    .select({ id: promises.id, letterId: promises.letterId })
    .from(promises)
    .where(and(eq(promises.state, "open"), lt(promises.dueOn, now.today)))
    .orderBy(asc(promises.dueOn), asc(promises.id));
  let broken = 0;
  for (const { id, letterId } of due) if (await breakOne(db, letterId, id, now)) broken += 1;
  return broken;
}

/** May run twice: one that was kept in between is left as it is. */
async function breakOne(db: Db, letterId: number, id: number, now: Now): Promise<boolean> {
  try {
    return await transact(db, async (tx) => {
      const { eventId } = await takeStep(tx, clock, letterId, "break", now, async () => {
        if ((await stateOf(tx, letterId, id)) !== "open") throw new Refusal("letters.tooLate");
        return { counts: { promise: id } };
      });
      await endPromise(tx, letterId, id, "broken", eventId, now);
      return true;
    });
  } catch (error) {
    if (!isTooLate(error)) throw error;
    return false;
  }
}

async function endPromise(
  tx: Tx,
  letterId: number,
  id: number,
  state: "kept" | "broken",
  endedEventId: number,
  now: Now,
): Promise<void> {
  await tx.update(promises).set({ state, endedAt: now.at, endedEventId }).where(eq(promises.id, id));
  await stopClocks(tx, letterId, ["promise"], now, id);
}
