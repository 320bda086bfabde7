"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { respondInput } from "#domain/stories/input.ts";
import { respondToStory } from "#domain/stories/respond.ts";

const responding = formAction(respondInput, async (actor, input, now) => {
  await respondToStory(db, actor, input, now);
  redirect(`${(await addresses())(`/desk/stories/${input.postId}`)}?done=1#said`);
});

/** 公开回应 */
export async function respond(before: FormState, form: FormData): Promise<FormState> {
  return responding(before, form);
}
