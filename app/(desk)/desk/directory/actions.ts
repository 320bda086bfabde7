"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { changedPhoneInput, newPhoneInput, phoneOnly } from "#domain/directory/input.ts";
import { addPhone, changePhone, removePhone } from "#domain/directory/keep-phone.ts";

type Answer = Promise<FormState>;

const forms = {
  add: formAction(newPhoneInput, (actor, input, now) => addPhone(db, actor, input, now)),
  change: formAction(changedPhoneInput, (actor, input, now) => changePhone(db, actor, input, now)),
  remove: formAction(phoneOnly, (actor, input, now) => removePhone(db, actor, input, now)),
};

export const add = async (before: FormState, form: FormData): Answer => forms.add(before, form);
export const change = async (before: FormState, form: FormData): Answer => forms.change(before, form);
export const remove = async (before: FormState, form: FormData): Answer => forms.remove(before, form);
