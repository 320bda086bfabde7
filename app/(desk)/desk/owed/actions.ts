"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { commentInput } from "#domain/comments/input.ts";
import { writeComment } from "#domain/comments/write.ts";

const answering = formAction(commentInput, async (actor, input, now) => {
  await writeComment(db, actor, input, now);
  redirect(`${(await addresses())("/desk/owed")}?said=${input.postId}#said`);
});

/** 公开回应 */
export async function answer(before: FormState, form: FormData): Promise<FormState> {
  return answering(before, form);
}
