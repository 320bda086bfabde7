"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { follow } from "#domain/follows/follow.ts";
import { followInput } from "#domain/follows/input.ts";

const change = formAction(followInput, (actor, input, now) => follow(db, actor, input, now));

export async function unfollow(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form);
}
