"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { changePolicy } from "#domain/policies/change-policy.ts";
import { policyInput } from "#domain/policies/input.ts";

const form = formAction(policyInput, (actor, input, now) => changePolicy(db, actor, input, now));

export const change = async (before: FormState, filled: FormData): Promise<FormState> => form(before, filled);
