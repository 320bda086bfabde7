import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { answerLetter } from "./answer-letter.ts";
import type { answerInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { makePromise } from "./promise-letter.ts";

type Answering = Parameters<typeof answerLetter>[2] & Pick<z.output<typeof answerInput>, "promise" | "due">;

/** The answer and what it promises for a day go out together: when one of them cannot, neither does. */
export async function answerWithPromise(db: Db, actor: Actor, input: Answering, now: Now): Promise<Letter> {
  const { letterId, promise: words, due } = input;
  if (due && !words) throw new Refusal("letters.promiseWordless");
  if (words && !due) throw new Refusal("letters.promiseUndated");
  return transact(db, async (tx) => {
    const letter = await answerLetter(tx, actor, input, now);
    return words && due ? makePromise(tx, actor, { letterId, words, due }, now) : letter;
  });
}
