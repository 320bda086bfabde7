"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deviceHere } from "#app/_edge/device-here.ts";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { grades, solvedAnswers } from "#domain/letters/input.ts";
import { linkRatingInput, linkReopeningInput } from "#domain/ratings/input.ts";
import { rateByLink, reopenByLink } from "#domain/ratings/rate-by-link.ts";

/** In the order of the form, in which its mistakes are told. */
const graded = {
  attitude: z.enum(grades, "letters.attitudeMissing"),
  speed: z.enum(grades, "letters.speedMissing"),
};
const rated = linkRatingInput.extend({ solved: z.enum(solvedAnswers, "letters.solvedMissing"), ...graded });
const reopened = linkReopeningInput.extend({ solved: z.enum(["partly", "no"], "letters.notSolvedMissing"), ...graded });

/** Back to the link's own page, which tells what was done; a reload sends nothing twice. */
async function done(token: string, what: string): Promise<never> {
  redirect(`${(await addresses())(`/rate/${token}`)}?done=${what}`);
}

const rate = formAction(rated, async (actor, input, now) => {
  await rateByLink(db, actor, { ...input, device: await deviceHere() }, now);
  await done(input.token, "rate");
});

const reopen = formAction(reopened, async (actor, input, now) => {
  await reopenByLink(db, actor, { ...input, device: await deviceHere() }, now);
  await done(input.token, "reopen");
});

/** One form, two buttons: the verdict closes the letter, or sends it back once. */
export async function judgeByLink(before: FormState, form: FormData): Promise<FormState> {
  return form.get("do") === "reopen" ? reopen(before, form) : rate(before, form);
}
