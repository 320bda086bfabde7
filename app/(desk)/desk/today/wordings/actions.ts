"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { type Db, db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { addWordingInput, changeWordingInput, wordingOnly } from "#domain/wordings/input.ts";
import { addWording, changeWording, moveWordingUp, removeWording } from "#domain/wordings/keep-wordings.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<void>;

function keeping<Schema extends z.ZodType>(done: string, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, now) => {
    await verb(db, actor, input, now);
    redirect(`${(await addresses())("/desk/today/wordings")}?done=${done}#said`);
  });
}

export const add = keeping("add", addWordingInput, addWording);
export const change = keeping("change", changeWordingInput, changeWording);
export const remove = keeping("remove", wordingOnly, removeWording);
export const moveUp = keeping("move", wordingOnly, moveWordingUp);
