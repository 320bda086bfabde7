"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses, languageOf } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { dropAddress } from "#domain/mail-addresses/confirm-address.ts";
import { giveAddress } from "#domain/mail-addresses/give-address.ts";
import { addressInput } from "#domain/mail-addresses/input.ts";
import { settingsInput } from "#domain/notices/input.ts";
import { saveSettings } from "#domain/notices/settings.ts";

const given = formAction(addressInput, async (actor, input, now) =>
  giveAddress(db, actor, { ...input, language: await languageOf() }, now),
);
const dropped = formAction(z.object({}), (actor) => dropAddress(db, actor));
const saved = formAction(settingsInput, async (actor, input, now) => {
  await saveSettings(db, actor, input, now);
  redirect(`${(await addresses())("/me/notices/settings")}?done=1`);
});

export async function give(before: FormState, form: FormData): Promise<FormState> {
  return given(before, form);
}

export async function drop(before: FormState, form: FormData): Promise<FormState> {
  return dropped(before, form);
}

export async function save(before: FormState, form: FormData): Promise<FormState> {
  return saved(before, form);
}
