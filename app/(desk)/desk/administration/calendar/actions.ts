"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { listInput, yearOnly } from "#domain/calendar/import-input.ts";
import { importYear, undoYear } from "#domain/calendar/import-year.ts";
import { dropDraft, keepDraft } from "#domain/drafts.ts";
import { listForm, readListDraft } from "./list-draft.ts";

type Answer = Promise<FormState>;

const page = "/desk/administration/calendar";

const forms = {
  check: formAction(listInput, async (actor, { year, ...typed }, now) => {
    await keepDraft(db, actor, listForm, { ...typed, year: String(year) }, now);
    redirect((await addresses())(`${page}?look=1#look`));
  }),
  confirm: formAction(yearOnly, async (actor, _, now) => {
    const list = await readListDraft(actor);
    if (!list) redirect((await addresses())(page));
    const { recounted } = await importYear(db, actor, list, now);
    await dropDraft(db, actor, listForm);
    redirect((await addresses())(`${page}?done=${list.year}&letters=${recounted}`));
  }),
  undo: formAction(yearOnly, async (actor, input, now) => {
    await undoYear(db, actor, input, now);
    redirect((await addresses())(`${page}?undone=${input.year}`));
  }),
};

export const check = async (before: FormState, form: FormData): Answer => forms.check(before, form);
export const confirm = async (before: FormState, form: FormData): Answer => forms.confirm(before, form);
export const undo = async (before: FormState, form: FormData): Answer => forms.undo(before, form);
