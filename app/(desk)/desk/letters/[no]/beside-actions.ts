"use server";

import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { db } from "#db/client.ts";
import { decideReview } from "#domain/letters/decide-review.ts";
import { decideInput } from "#domain/letters/decisions.ts";
import { beginHearing, endHearing } from "#domain/letters/hear-review.ts";
import { wordsInput } from "#domain/letters/input.ts";
import { findLetter } from "#domain/letters/letter.ts";
import { mergeInput, mergeLetter, splitInput, splitLetter } from "#domain/letters/merge-letters.ts";
import { goOn, saying, taking } from "./taking.ts";

/** One of those offered, or another by its number. */
const chosen = z.preprocess(
  (typed: Record<string, unknown>) => ({ ...typed, host: typed.other || typed.host }),
  mergeInput,
);

export const merge = taking("merge", chosen, mergeLetter);
export const split = taking("split", splitInput, splitLetter);

export const holdHearing = saying("hear", wordsInput, beginHearing);
export const endTheHearing = saying("heard", wordsInput, endHearing);

/** One form, three decisions: a second click decides nothing more. */
export const decide = formAction(decideInput, async (actor, input, at) => {
  const { id } = await onceOnly(db, actor, "letter.decide", input, at, async (tx) => ({
    id: (await decideReview(tx, actor, input, at)).id,
  }));
  await goOn(actor, (await findLetter(db, id))!, input.decision);
});
