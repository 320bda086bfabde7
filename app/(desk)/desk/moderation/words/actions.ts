"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { ruleChoice, ruleInput } from "#domain/words/input.ts";
import { endRule, startRule, writeRule } from "#domain/words/rules.ts";

const path = "/desk/moderation/words";

const adding = formAction(ruleInput, async (actor, input, now) => {
  const ruleId = await writeRule(db, actor, input, now);
  redirect(`${(await addresses())(path)}?try=${ruleId}#try`);
});
const starting = formAction(ruleChoice, async (actor, input, now) => {
  await startRule(db, actor, input, now);
  redirect((await addresses())(path));
});
const ending = formAction(ruleChoice, async (actor, input, now) => {
  await endRule(db, actor, input, now);
  redirect((await addresses())(path));
});

export const add = async (before: FormState, form: FormData): Promise<FormState> => adding(before, form);
export const start = async (before: FormState, form: FormData): Promise<FormState> => starting(before, form);
export const end = async (before: FormState, form: FormData): Promise<FormState> => ending(before, form);
