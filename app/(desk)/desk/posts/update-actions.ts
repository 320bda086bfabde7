"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { countTry } from "#app/_edge/limits.ts";
import { onceOnly } from "#app/_edge/once-only.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { withQuery } from "#components/ui/address.ts";
import type { FormState, Values } from "#components/ui/form-state.ts";
import { type Db, db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { endIncident } from "#domain/incidents/end-incident.ts";
import { endIncidentInput } from "#domain/incidents/input.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import { updateInput } from "#domain/updates/input.ts";
import { changePictures, picturesIn } from "./pictures.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<object>;

/** The words and the pictures, under a key that names this one writing; then the page that they were written on. */
function writing<Schema extends z.ZodObject>(what: string, schema: Schema, verb: Verb<z.output<Schema>>) {
  const fields = z.preprocess(
    (typed) => ({ ...(typed as Values), ...picturesIn(typed as Values) }),
    schema.extend({ key: z.uuid() }),
  );
  return (view: string, before: FormState, form: FormData) =>
    formAction(fields, async (actor, input, now) => {
      const personId = isPerson(actor) ? actor.id : null;
      await countTry("post", { personId, address: (await whereFrom()).address });
      await onceOnly(db, actor, what, input, now, (tx) => verb(tx, actor, input as z.output<Schema>, now));
      // The frame around the page tells of incidents too.
      refresh();
      redirect(withQuery(new URL(ownPath(view), "http://own.invalid").pathname, { sent: what }));
    })(before, form);
}

const adding = writing("update", updateInput, addUpdate);
const ending = writing("end", endIncidentInput, endIncident);

/** One more update of a post that is out. */
export async function add(view: string, before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePictures(form) : adding(view, before, form);
}

/** 解除 */
export async function end(view: string, before: FormState, form: FormData): Promise<FormState> {
  return ending(view, before, form);
}
