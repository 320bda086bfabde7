"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { instructInput } from "#domain/letters/input.ts";
import { instruct } from "#domain/letters/instruct.ts";

const instructing = formAction(instructInput, async (actor, input, now) => {
  const { number } = await onceOnly(db, actor, "letter.instruct", input, now, async (tx) => ({
    number: (await instruct(tx, actor, input, now)).number,
  }));
  redirect(`${(await addresses())("/desk/today")}?instructed=${number}#said`);
});

/** 一点即批: a whole sentence, given with one tap. */
export async function instructAtOnce(before: FormState, form: FormData): Promise<FormState> {
  return instructing(before, form);
}
