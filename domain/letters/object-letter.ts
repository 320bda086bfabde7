import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letterOffices, objections } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { standsAs } from "#domain/access/to-letters.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findRunningClock, handOverClocks, startClock } from "./clocks.ts";
import type { wordsInput } from "./input.ts";
import { firstOfficeOf, type Letter } from "./letter.ts";
import { refuseOwnAsking } from "./own-asking.ts";
import { type Taking, takeStep } from "./take-step.ts";

type Words = z.output<typeof wordsInput>;
type Objection = typeof objections.$inferSelect;

/**
 * The lead office says that the letter is not its own, within five working days of receiving it (《信访工作条例》 art. 23).
 * The date for the answer goes on meanwhile.
 */
export async function objectToLetter(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "object", now, async (_, before) => {
      await refuseObjection(tx, before, now);
      return { words };
    });
    const raised = { letterId, officeId: letter.leadOfficeId!, raisedAt: now.at, raisedEventId: eventId };
    await tx.insert(objections).values(raised);
    return letter;
  });
}

async function refuseObjection(tx: Tx, letter: Letter, now: Now): Promise<void> {
  const past = await objectionsOf(tx, letter.id);
  if (past.some(({ state }) => state === "raised")) throw new Refusal("letters.objectionOpen");
  const clock = await findRunningClock(tx, letter.id, "object");
  if (!clock || now.at >= clock.dueAt) throw new Refusal("letters.objectionTooLate");
}

/** The objection holds: the letter goes back to be assigned to somebody else, and its date stays what it was. */
export async function upholdObjection(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return decide(db, actor, letterId, "uphold", now, async (tx, letter) => {
    await tx
      .update(letterOffices)
      .set({ untilAt: now.at })
      .where(and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt)));
    await handOverClocks(tx, letterId, firstOfficeOf(letter));
    return { words, change: { leadOfficeId: null } };
  });
}

/** The objection does not hold. The office may disagree once more within five working days: then the supervisor decides. */
export async function overruleObjection(db: Db, actor: Actor, { letterId, words }: Words, now: Now): Promise<Letter> {
  return decide(db, actor, letterId, "overrule", now, async (tx, letter) => {
    const past = await objectionsOf(tx, letterId);
    if (!past.some(isOverruled)) await startClock(tx, letter, "object", now);
    return { words };
  });
}

async function decide(
  db: Db,
  actor: Actor,
  letterId: number,
  step: "uphold" | "overrule",
  now: Now,
  decision: (tx: Tx, letter: Letter) => Promise<Taking>,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, step, now, async (_, before) => {
      await refuseDecision(tx, actor, before);
      return decision(tx, before);
    });
    await settleObjection(tx, letterId, step === "uphold" ? "upheld" : "overruled", now, eventId);
    return letter;
  });
}

async function refuseDecision(tx: Tx, actor: Actor, letter: Letter): Promise<void> {
  const past = await objectionsOf(tx, letter.id);
  const open = past.find(({ state }) => state === "raised");
  if (!open) throw new Refusal("letters.noObjection");
  if (!standsAs(actor, deciderOf(letter, past), letter)) throw new Refusal("letters.supervisorDecides");
  await refuseOwnAsking(tx, actor, open.raisedEventId);
}

const isOverruled = ({ state }: Pick<Objection, "state">) => state === "overruled";

/** Triage decides, the supervisor where it was overruled before. An accusation stays with those who handle it. */
export function deciderOf(
  { kind }: Pick<Letter, "kind">,
  past: readonly Pick<Objection, "state">[],
): "triage" | "supervisor" {
  return past.some(isOverruled) && kind !== "accusation" ? "supervisor" : "triage";
}

/** An objection that is open ends with this: by a decision, or because what happened since has answered it. */
export async function settleObjection(
  tx: Tx,
  letterId: number,
  state: "upheld" | "overruled",
  now: Now,
  decidedEventId?: number,
): Promise<void> {
  await tx
    .update(objections)
    .set({ state, decidedAt: now.at, decidedEventId: decidedEventId ?? null })
    .where(and(eq(objections.letterId, letterId), eq(objections.state, "raised")));
}

async function objectionsOf(tx: Tx, letterId: number): Promise<Objection[]> {
  return tx.select().from(objections).where(eq(objections.letterId, letterId)).orderBy(asc(objections.id));
}
