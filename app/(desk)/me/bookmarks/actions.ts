"use server";

import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { bookmarkInput } from "#domain/bookmarks/input.ts";
import { keepBookmark } from "#domain/bookmarks/keep.ts";

const change = formAction(bookmarkInput, (actor, input, now) => keepBookmark(db, actor, input, now));

export async function drop(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form);
}
