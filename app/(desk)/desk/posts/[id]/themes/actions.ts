"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { type Db, db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { dropTheme, mergeThemes, moveAnswer, renameTheme } from "#domain/themes/correct.ts";
import { dropInput, mergeInput, moveInput, renameInput } from "#domain/themes/input.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<void>;

/** One correction; that it is done stands on the page it was made on. */
function correcting<Schema extends z.ZodType<{ postId: number }>>(
  done: string,
  schema: Schema,
  verb: Verb<z.output<Schema>>,
) {
  return formAction(schema, async (actor, input, now) => {
    await verb(db, actor, input, now);
    redirect((await addresses())(`/desk/posts/${input.postId}/themes?done=${done}#said`));
  });
}

const corrections = {
  rename: correcting("rename", renameInput, renameTheme),
  merge: correcting("merge", mergeInput, mergeThemes),
  drop: correcting("drop", dropInput, dropTheme),
  move: correcting("move", moveInput, moveAnswer),
};

export async function rename(before: FormState, form: FormData): Promise<FormState> {
  return corrections.rename(before, form);
}

/** 并入 */
export async function merge(before: FormState, form: FormData): Promise<FormState> {
  return corrections.merge(before, form);
}

export async function drop(before: FormState, form: FormData): Promise<FormState> {
  return corrections.drop(before, form);
}

/** 归到 */
export async function move(before: FormState, form: FormData): Promise<FormState> {
  return corrections.move(before, form);
}
