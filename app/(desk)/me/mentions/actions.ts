"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { declineMentions } from "#domain/mentions/decline.ts";
import { declineInput } from "#domain/mentions/input.ts";

const change = formAction(declineInput, (actor, input, now) => declineMentions(db, actor, input, now));

export async function decline(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form);
}
