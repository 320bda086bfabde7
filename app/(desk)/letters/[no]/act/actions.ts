"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deviceHere } from "#app/_edge/device-here.ts";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { actorAt } from "#app/_edge/letter-pass.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { supplyWords } from "#domain/letters/ask-and-supply.ts";
import { consentToLetter, declineLetter } from "#domain/letters/consent.ts";
import {
  consentInput,
  grades,
  letterOnly,
  rateInput,
  reopenInput,
  solvedAnswers,
  wordsInput,
} from "#domain/letters/input.ts";
import { rateLetter, reopenLetter } from "#domain/letters/rate-letter.ts";
import { keepReceipt } from "#domain/letters/send-writing.ts";
import { urgeLetter } from "#domain/letters/urge-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";

/** In the form beside the id, so that a query code's bearer is known by it and the page can be come back to. */
const at = { number: z.string().max(40) };

/** Back to the letter, which tells what was done; a reload sends nothing twice. */
async function done(number: string, what: string): Promise<never> {
  redirect(`${(await addresses())(`/letters/${number}/act`)}?done=${what}`);
}

export const supply = formAction(wordsInput.extend(at), async (_, input, now) => {
  await supplyWords(db, await actorAt(input.number), input, now);
  await done(input.number, "supply");
});

export const urge = formAction(letterOnly.extend(at), async (_, input, now) => {
  await urgeLetter(db, await actorAt(input.number), input, now);
  await done(input.number, "urge");
});

export const withdraw = formAction(
  letterOnly.extend({ ...at, sure: z.literal("on", "letters.sureMissing") }),
  async (_, input, now) => {
    await withdrawLetter(db, await actorAt(input.number), input, now);
    await done(input.number, "withdraw");
  },
);

/** In the order of the form, in which its mistakes are told. */
const graded = {
  attitude: z.enum(grades, "letters.attitudeMissing"),
  speed: z.enum(grades, "letters.speedMissing"),
};
const rated = letterOnly.extend({
  ...at,
  solved: z.enum(solvedAnswers, "letters.solvedMissing"),
  ...graded,
  words: rateInput.shape.words,
});
const reopened = letterOnly.extend({
  ...at,
  solved: z.enum(["partly", "no"], "letters.notSolvedMissing"),
  ...graded,
  words: reopenInput.shape.words,
});

const rate = formAction(rated, async (_, input, now) => {
  await rateLetter(db, await actorAt(input.number), { ...input, device: await deviceHere() }, now);
  await done(input.number, "rate");
});

const reopen = formAction(reopened, async (_, input, now) => {
  await reopenLetter(db, await actorAt(input.number), { ...input, device: await deviceHere() }, now);
  await done(input.number, "reopen");
});

/** One form, two buttons: the verdict closes the letter, or sends it back once. */
export async function judge(before: FormState, form: FormData): Promise<FormState> {
  return form.get("do") === "reopen" ? reopen(before, form) : rate(before, form);
}

/** Publishing needs a consent of its own here too. */
const consenting = consentInput
  .extend({ ...at, consent: z.literal("on").optional() })
  .refine(({ visibility, consent }) => visibility === "handlers" || consent === "on", {
    path: ["consent"],
    message: "letters.consentMissing",
  });

/** The comment's author becomes the letter's writer, and gets its query code. */
export const consent = formAction(consenting, async (actor, input, now) => {
  const { queryCode } = await consentToLetter(db, actor, input, now);
  if (isPerson(actor)) await keepReceipt(db, actor, input.number, queryCode, now);
  redirect((await addresses())(`/write/receipt/${input.number}`));
});

export const decline = formAction(letterOnly.extend(at), async (actor, input, now) => {
  await declineLetter(db, actor, input, now);
  redirect(`${(await addresses())("/me")}?done=decline`);
});
