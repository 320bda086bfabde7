import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { type Db, db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import type { Step } from "#domain/letters/steps.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<Letter>;

/** A step taken on the letter's page: what was done is said there, or in the queue when the letter is theirs no more. */
export function taking<Schema extends z.ZodType>(step: Step, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, at) => {
    const letter = await verb(db, actor, input, at);
    await goOn(actor, letter, step);
  });
}

/** The same for steps that say something: a second click says nothing more. */
export function saying<Schema extends z.ZodType>(step: Step, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, at) => {
    const { id } = await onceOnly(db, actor, `letter.${step}`, input, at, async (tx) => ({
      id: (await verb(tx, actor, input, at)).id,
    }));
    await goOn(actor, (await findLetter(db, id))!, step);
  });
}

export async function goOn(actor: Actor, letter: Letter, done: Step | "draft" | "claim" | "unclaim"): Promise<never> {
  const at = await addresses();
  if (!can(actor, "letter.read-original", letter)) redirect(at(`/desk/letters?done=${done}`));
  redirect(at(`/desk/letters/${letter.number}?done=${done}#said`));
}
