"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { decideGrievance } from "#domain/grievances/decide.ts";
import { decideInput } from "#domain/grievances/input.ts";

const deciding = formAction(decideInput, async (actor, input, now) => {
  await decideGrievance(db, actor, input, now);
  redirect(`${(await addresses())("/desk/moderation/contests")}?done=${input.outcome}`);
});

export const decide = async (before: FormState, form: FormData): Promise<FormState> => deciding(before, form);
