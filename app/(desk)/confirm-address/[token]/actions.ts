"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { confirmAddress } from "#domain/mail-addresses/confirm-address.ts";
import { tokenInput } from "#domain/mail-addresses/input.ts";

const confirmed = formAction(tokenInput, async (_, input, now) => {
  await confirmAddress(db, input, now);
  redirect(`${(await addresses())(`/confirm-address/${input.token}`)}?done=1`);
});

export async function confirm(before: FormState, form: FormData): Promise<FormState> {
  return confirmed(before, form);
}
