"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { holdLetter, releaseLetter } from "#domain/retention/hold-letter.ts";
import { holdInput, releaseInput } from "#domain/retention/input.ts";

type Answer = Promise<FormState>;

const forms = {
  hold: formAction(holdInput, (actor, input, now) => holdLetter(db, actor, input, now)),
  release: formAction(releaseInput, (actor, input, now) => releaseLetter(db, actor, input, now)),
};

export const hold = async (before: FormState, form: FormData): Answer => forms.hold(before, form);
export const release = async (before: FormState, form: FormData): Answer => forms.release(before, form);
