"use server";

import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { countTry } from "#app/_edge/limits.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { appealForm, raiseInput } from "#domain/appeals/input.ts";
import { raiseAppeal } from "#domain/appeals/raise.ts";
import type { Now } from "#domain/calendar/now.ts";
import { dropDraft } from "#domain/drafts.ts";
import { keepHandover } from "#domain/handovers.ts";
import { answerOnce } from "#domain/requests.ts";

const path = "/appeals/new";

const raising = formAction(raiseInput.extend({ key: z.uuid() }), async (actor, input, now) => {
  if (!isPerson(actor)) return signInWith(input, now);
  await countTry("letter", { personId: actor.id, address: (await whereFrom()).address });
  const { key, ...appeal } = input;
  const bodyHash = createHash("sha256").update(JSON.stringify(appeal)).digest("hex");
  const asked = { personId: actor.id, key: `appeal ${key}`, bodyHash, minutes: 24 * 60 };
  const { postId } = await answerOnce(db, asked, now, async (tx) => {
    const raised = await raiseAppeal(tx, actor, appeal, now);
    await dropDraft(tx, actor, appealForm);
    return raised;
  });
  redirect((await addresses())(`/appeals/${postId}/act?done=raise`));
});

/** Sends the appeal, once. */
export async function raise(before: FormState, form: FormData): Promise<FormState> {
  return raising(before, form);
}

async function signInWith(fields: Record<string, string>, now: Now): Promise<never> {
  const token = await keepHandover(db, { path, fields }, now);
  const at = await addresses();
  redirect(`${at("/sign-in")}?${new URLSearchParams({ callbackUrl: `${at(path)}?handover=${token}` })}`);
}
