"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { now } from "#app/_edge/now.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import type { OpenedContact } from "#components/desk/letter/contact-box.tsx";
import { type FormState, textOf } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { callBackOnly, callInput } from "#domain/call-backs/input.ts";
import { makeCall, readCallBackContact } from "#domain/call-backs/make-call.ts";
import { isRefusal } from "#domain/refusal.ts";

const making = formAction(callInput, async (actor, input, at) => {
  await makeCall(db, actor, input, at);
  redirect(`${(await addresses())("/desk/call-backs")}?done=call`);
});

export const writeDown = async (before: FormState, form: FormData): Promise<FormState> => making(before, form);

/** Whom to call: given out once, and the reading recorded. */
export async function openContact(_: OpenedContact, form: FormData): Promise<OpenedContact> {
  const input = callBackOnly.safeParse(textOf(form));
  if (!input.success) return {};
  try {
    return { contact: await readCallBackContact(db, await signedIn(), input.data, await now()) };
  } catch (error) {
    if (isRefusal(error)) return { refusal: await wordsOfRefusal(error) };
    throw error;
  }
}
