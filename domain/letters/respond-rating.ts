import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Grade } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findRunningClock, startClock } from "./clocks.ts";
import type { wordsInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

const bad: readonly Grade[] = ["dissatisfied", "very_dissatisfied"];

/** 不满意 or 非常不满意, of attitude or of speed. */
export const isBad = ({ attitude, speed }: { attitude: Grade; speed: Grade }): boolean =>
  bad.includes(attitude) || bad.includes(speed);

/** A bad rating asks the lead office for a word within fifteen working days. */
export async function askForResponse(
  tx: Tx,
  letter: Letter,
  verdict: { attitude: Grade; speed: Grade },
  now: Now,
): Promise<void> {
  if (!isBad(verdict)) return;
  if (await findRunningClock(tx, letter.id, "respond")) return;
  await startClock(tx, letter, "respond", now);
}

/** What the lead office says to a bad rating: it stands beside it, once, and where it comes late that shows. */
export async function respondToRating(
  db: Db,
  actor: Actor,
  { letterId, words }: z.output<typeof wordsInput>,
  now: Now,
): Promise<Letter> {
  const { letter } = await takeStep(db, actor, letterId, "respondRating", now, async (tx, before) => {
    if (!(await findRunningClock(tx, letterId, "respond"))) throw new Refusal("letters.nothingToRespond");
    return { words, counts: { round: before.round } };
  });
  return letter;
}
