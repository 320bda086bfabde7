"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { type Db, db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { contestScore, decideContest } from "#domain/assessment/contests.ts";
import { excludeLetter, includeLetter } from "#domain/assessment/exclusions.ts";
import { addFormula } from "#domain/assessment/formulas.ts";
import { freezeReport } from "#domain/assessment/freeze.ts";
import {
  contestInput,
  decideInput,
  excludeInput,
  formulaInput,
  freezeInput,
  includeInput,
} from "#domain/assessment/input.ts";
import type { Now } from "#domain/calendar/now.ts";

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<unknown>;

/** Back to the page, which says what was done; a reload sends nothing twice. */
function doing<Schema extends z.ZodType>(what: string, schema: Schema, verb: Verb<z.output<Schema>>) {
  return formAction(schema, async (actor, input, now) => {
    await verb(db, actor, input, now);
    redirect(`${(await addresses())("/desk/assessment")}?done=${what}`);
  });
}

const forms = {
  freeze: doing("freeze", freezeInput, freezeReport),
  exclude: doing("exclude", excludeInput, excludeLetter),
  include: doing("include", includeInput, includeLetter),
  contest: doing("contest", contestInput, contestScore),
  decide: doing("decide", decideInput, decideContest),
  formula: doing("formula", formulaInput, addFormula),
};

type Answer = Promise<FormState>;

export const freeze = async (before: FormState, form: FormData): Answer => forms.freeze(before, form);
export const exclude = async (before: FormState, form: FormData): Answer => forms.exclude(before, form);
export const include = async (before: FormState, form: FormData): Answer => forms.include(before, form);
export const contest = async (before: FormState, form: FormData): Answer => forms.contest(before, form);
export const decide = async (before: FormState, form: FormData): Answer => forms.decide(before, form);
export const changeFormula = async (before: FormState, form: FormData): Answer => forms.formula(before, form);
