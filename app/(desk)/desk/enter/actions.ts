"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { db } from "#db/client.ts";
import { enterLetter } from "#domain/letters/enter-letter.ts";
import { enterInput } from "#domain/letters/entering.ts";

/** A second click leads to the same receipt. */
export const enter = formAction(enterInput, async (actor, input, at) => {
  const { number } = await onceOnly(db, actor, "letter.enter", input, at, async (tx) => ({
    number: (await enterLetter(tx, actor, input, at)).letter.number,
  }));
  redirect((await addresses())(`/desk/letters/${number}/receipt`));
});
