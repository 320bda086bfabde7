import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Device } from "#domain/ratings/device.ts";
import { keepAnsweringDevice } from "#domain/ratings/keep-answering-device.ts";
import { checkReply } from "./check-reply.ts";
import { settleExtension } from "./extend-letter.ts";
import { type answerInput, answerParts } from "./input.ts";
import type { Letter } from "./letter.ts";
import { settleObjection } from "./object-letter.ts";
import { takeStep } from "./take-step.ts";

export type AnswerParts = Record<(typeof answerParts)[number], string>;

/**
 * The office answers in four parts: the facts established, law and policy, what was done, what comes next and whom to
 * call; and it says whether that solved the matter (单位认定). Then the writer has the judging time, and their own say.
 */
export async function answerLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof answerInput> & { device?: Device },
  now: Now,
): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "answer", now, async (tx, before) => {
    await checkReply(tx, before, input, now);
    // Whoever answers has taken the letter on, and needs no more days.
    await settleObjection(tx, before.id, "overruled", now);
    await settleExtension(tx, before.id, "denied", now);
    if (input.device) await keepAnsweringDevice(tx, before, input.device, now);
    return {
      words: writeParts(input),
      counts: { round: before.round, ...(input.solved && { solved: input.solved }) },
      // The figures count the first answer.
      change: { answeredAt: before.answeredAt ?? now.at },
    };
  });
  return letter;
}

/** The four parts in one text, always in the same order: this is what the ledger seals. */
export function writeParts(parts: AnswerParts): string {
  return JSON.stringify(Object.fromEntries(answerParts.map((part) => [part, parts[part]])));
}

export function readParts(words: string): AnswerParts {
  return JSON.parse(words);
}
