"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { dismissInput, noteConcernInput } from "#domain/concerns/input.ts";
import { dismissConcern, noteConcern } from "#domain/concerns/judge-concern.ts";

const backTo = async (said: "noted" | "dismissed"): Promise<never> =>
  redirect(`${(await addresses())("/desk/warnings")}?said=${said}#said`);

const noting = formAction(noteConcernInput, async (actor, input, now) => {
  await noteConcern(db, actor, input, now);
  await backTo("noted");
});

const dismissing = formAction(dismissInput, async (actor, input, now) => {
  await dismissConcern(db, actor, input, now);
  await backTo("dismissed");
});

/** 已知悉 */
export async function note(before: FormState, form: FormData): Promise<FormState> {
  return noting(before, form);
}

/** 误报 */
export async function dismiss(before: FormState, form: FormData): Promise<FormState> {
  return dismissing(before, form);
}
