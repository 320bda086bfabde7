import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { extensions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { mostExtension } from "#domain/policies/policies.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Clock, extendClock, findRunningClock } from "./clocks.ts";
import type { extendInput, grantInput, wordsInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { refuseOwnAsking } from "./own-asking.ts";
import { takeStep } from "./take-step.ts";

type Extension = typeof extensions.$inferSelect;

/**
 * The lead office asks its head for more calendar days, once, at most thirty, while the date is not past. The writer is told
 * why (《信访工作条例》 art. 34).
 */
export async function askExtension(
  db: Db,
  actor: Actor,
  { letterId, days, words }: z.output<typeof extendInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "extend", now, async (_, before) => {
      if (days > mostExtension) throw new Refusal("letters.extensionTooLong", { days, most: mostExtension });
      await refuseSecond(tx, letterId);
      await finishInTime(tx, before, now);
      return { words, counts: { days } };
    });
    const asked = { letterId, officeId: letter.leadOfficeId!, days, round: letter.round };
    await tx.insert(extensions).values({ ...asked, askedAt: now.at, askedEventId: eventId });
    return letter;
  });
}

async function refuseSecond(tx: Tx, letterId: number): Promise<void> {
  const past = await tx.select().from(extensions).where(eq(extensions.letterId, letterId));
  if (past.some(({ state }) => state === "asked")) throw new Refusal("letters.extensionOpen");
  if (past.some(({ state }) => state === "granted")) throw new Refusal("letters.extendedOnce");
}

/** The clock that counts down to the answer. What is late already is not made in time by more days. */
async function finishInTime(tx: Tx, letter: Letter, now: Now): Promise<Clock> {
  const clock = await findRunningClock(tx, letter.id, "finish");
  if (!clock) throw new Refusal("letters.noDateYet");
  if (now.at >= clock.dueAt) throw new Refusal("letters.extensionTooLate");
  return clock;
}

/** The head of the lead office gives the days: the date moves on by them, and then to a working day. Both sides are told. */
export async function grantExtension(
  db: Db,
  actor: Actor,
  { letterId, words }: z.output<typeof grantInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "grant", now, async (_, before) => {
      const { days } = await openExtension(tx, actor, before);
      const { dueOn } = await extendClock(tx, await finishInTime(tx, before, now), days, now);
      return { words, counts: { days, due: dueOn } };
    });
    await settleExtension(tx, letterId, "granted", now, eventId);
    return letter;
  });
}

/** The head does not give them: the date stays. */
export async function denyExtension(
  db: Db,
  actor: Actor,
  { letterId, words }: z.output<typeof wordsInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "deny", now, async (_, before) => {
      const { days } = await openExtension(tx, actor, before);
      return { words, counts: { days } };
    });
    await settleExtension(tx, letterId, "denied", now, eventId);
    return letter;
  });
}

async function openExtension(tx: Tx, actor: Actor, letter: Letter): Promise<Extension> {
  const [open] = await tx
    .select()
    .from(extensions)
    .where(and(eq(extensions.letterId, letter.id), eq(extensions.state, "asked")));
  if (!open) throw new Refusal("letters.noExtension");
  await refuseOwnAsking(tx, actor, open.askedEventId);
  return open;
}

/** An asking that is open ends with this: by the head's word, or because nobody needs the days any more. */
export async function settleExtension(
  tx: Tx,
  letterId: number,
  state: "granted" | "denied",
  now: Now,
  decidedEventId?: number,
): Promise<void> {
  await tx
    .update(extensions)
    .set({ state, decidedAt: now.at, decidedEventId: decidedEventId ?? null })
    .where(and(eq(extensions.letterId, letterId), eq(extensions.state, "asked")));
}
