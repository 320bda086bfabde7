import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { wordsInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

type Words = z.output<typeof wordsInput>;

/** Something is missing: the writer is asked for it and has 15 days; the offices' clocks stand still meanwhile. */
export async function askWriter(db: Db, actor: Actor, input: Words, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "ask", now, (_, before) => {
    if (before.authorId === null) throw new Refusal("letters.noWriter");
    return { words: input.words, change: { askedFrom: before.state } };
  });
  return letter;
}

/** The writer supplies it: the letter goes back to where it was asked from, and the days of the pause do not count. */
export async function supplyWords(db: Db, actor: Actor, input: Words, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "supply", now, {
    words: input.words,
    change: { askedFrom: null },
  });
  return letter;
}
