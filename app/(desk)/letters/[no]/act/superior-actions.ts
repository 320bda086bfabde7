"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { actorAt } from "#app/_edge/letter-pass.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { db } from "#db/client.ts";
import { wordsInput } from "#domain/letters/input.ts";
import { askRecheck, askReview } from "#domain/letters/review-letter.ts";

const asking = wordsInput.extend({ number: z.string().max(40), step: z.enum(["review", "recheck"]) });
const verbs = { review: askReview, recheck: askRecheck };

/** 申请复查, 申请复核: a second click asks nothing more. */
export const askSuperior = formAction(asking, async (_, { number, step, ...input }, now) => {
  const actor = await actorAt(number);
  await onceOnly(db, actor, `letter.${step}`, input, now, async (tx) => ({
    id: (await verbs[step](tx, actor, input, now)).id,
  }));
  redirect(`${(await addresses())(`/letters/${number}/act`)}?done=${step}`);
});
