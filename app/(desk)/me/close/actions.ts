"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { dropSignIn } from "#app/_edge/sign-in-cookie.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { closeAccount } from "#domain/retention/close-account.ts";
import { closeInput } from "#domain/retention/input.ts";

const form = formAction(closeInput, async (actor, input, now) => {
  await closeAccount(db, actor, input, now);
  await dropSignIn();
  redirect((await addresses())("/me/closed"));
});

export const close = async (before: FormState, filled: FormData): Promise<FormState> => form(before, filled);
