"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { actInBulk, undoBulk } from "#domain/moderation/bulk.ts";
import { bulkChoice, bulkInput } from "#domain/moderation/input.ts";

const acting = formAction(bulkInput, async (actor, input, now) => {
  await actInBulk(db, actor, input, now);
  redirect((await addresses())("/desk/comments"));
});

const undoing = formAction(bulkChoice, async (actor, input, now) => {
  const n = await undoBulk(db, actor, input, now);
  redirect(`${(await addresses())("/desk/comments")}?undone=${n}`);
});

export const act = async (before: FormState, form: FormData): Promise<FormState> => acting(before, form);
export const undoAll = async (before: FormState, form: FormData): Promise<FormState> => undoing(before, form);
