"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { takeOnInput } from "#domain/led-cases/input.ts";
import { takeOn } from "#domain/led-cases/take-on.ts";
import { acknowledgeLetter } from "#domain/letters/acknowledge-letter.ts";
import { instructInput, letterOnly } from "#domain/letters/input.ts";
import { instruct } from "#domain/letters/instruct.ts";

async function backTo(said: "instruct" | "acknowledge" | "takeOn", number: string): Promise<never> {
  redirect(`${(await addresses())("/desk/today")}?said=${said}&of=${number}#said`);
}

const instructing = formAction(instructInput, async (actor, input, now) => {
  const { number } = await onceOnly(db, actor, "letter.instruct", input, now, async (tx) => ({
    number: (await instruct(tx, actor, input, now)).number,
  }));
  await backTo("instruct", number);
});

const acknowledging = formAction(letterOnly, async (actor, input, now) => {
  const { number } = await onceOnly(db, actor, "letter.acknowledge", input, now, async (tx) => ({
    number: (await acknowledgeLetter(tx, actor, input, now)).number,
  }));
  await backTo("acknowledge", number);
});

const takingOn = formAction(takeOnInput, async (actor, input, now) => {
  const { number } = await takeOn(db, actor, input, now);
  await backTo("takeOn", number);
});

/** 一点即批: a whole sentence, given with one tap. */
export async function instructAtOnce(before: FormState, form: FormData): Promise<FormState> {
  return instructing(before, form);
}

/** 已阅 */
export async function acknowledgeAtOnce(before: FormState, form: FormData): Promise<FormState> {
  return acknowledging(before, form);
}

/** 由我带案，一周一督查 */
export async function takeOnAtOnce(before: FormState, form: FormData): Promise<FormState> {
  return takingOn(before, form);
}
