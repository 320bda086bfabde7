"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { hideWordsOf } from "#domain/publication/hide-words.ts";
import { hideWordsInput, pictureInput } from "#domain/publication/input.ts";
import { hidePicture, publishPicture } from "#domain/publication/publish-picture.ts";

type Answer = Promise<FormState>;

const forms = {
  words: formAction(hideWordsInput, (actor, input, now) => hideWordsOf(db, actor, input, now)),
  show: formAction(pictureInput, (actor, input, now) => publishPicture(db, actor, input, now)),
  hide: formAction(pictureInput, (actor, input, now) => hidePicture(db, actor, input, now)),
};

export const hideWords = async (before: FormState, form: FormData): Answer => forms.words(before, form);
export const showPicture = async (before: FormState, form: FormData): Answer => forms.show(before, form);
export const takePictureOff = async (before: FormState, form: FormData): Answer => forms.hide(before, form);
