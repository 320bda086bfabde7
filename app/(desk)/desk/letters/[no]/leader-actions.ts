"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { type Db, db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { inspectInput, letGoInput, takeOnInput } from "#domain/led-cases/input.ts";
import { inspectCase } from "#domain/led-cases/inspect-case.ts";
import { letGo, takeOn } from "#domain/led-cases/take-on.ts";
import { acknowledgeLetter } from "#domain/letters/acknowledge-letter.ts";
import { letterOnly } from "#domain/letters/input.ts";
import type { Letter } from "#domain/letters/letter.ts";
import type { Step } from "#domain/letters/steps.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<Letter>;

/** What may be done, undone and done again is not kept from being done twice; its own rule refuses the second time. */
function taking<Schema extends z.ZodType>(step: Step, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, at) => backTo((await verb(db, actor, input, at)).number, step));
}

/** What is said is said once: a second click says nothing more. */
function saying<Schema extends z.ZodType>(step: Step, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, at) => {
    const { number } = await onceOnly(db, actor, `letter.${step}`, input, at, async (tx) => ({
      number: (await verb(tx, actor, input, at)).number,
    }));
    await backTo(number, step);
  });
}

async function backTo(number: string, done: Step): Promise<never> {
  redirect(`${(await addresses())(`/desk/letters/${number}`)}?done=${done}#said`);
}

export const acknowledge = saying("acknowledge", letterOnly, acknowledgeLetter);
export const takeOnCase = taking("takeOn", takeOnInput, takeOn);
export const recordInspection = saying("inspect", inspectInput, inspectCase);
export const letCaseGo = taking("letGo", letGoInput, letGo);
