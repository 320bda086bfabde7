"use server";

import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { chooseLevel } from "#domain/notices/choose-level.ts";
import { levelInput, noticeOnly } from "#domain/notices/input.ts";
import { markAllRead, markOneRead, markUnread } from "#domain/notices/mark-read.ts";

const one = formAction(noticeOnly, (actor, input, now) => markOneRead(db, actor, input, now));
const unread = formAction(noticeOnly, (actor, input) => markUnread(db, actor, input));
const all = formAction(z.object({}), (actor, _, now) => markAllRead(db, actor, now));
const level = formAction(levelInput, (actor, input) => chooseLevel(db, actor, input));

export async function readOne(before: FormState, form: FormData): Promise<FormState> {
  return one(before, form);
}

export async function unreadOne(before: FormState, form: FormData): Promise<FormState> {
  return unread(before, form);
}

export async function readAll(before: FormState, form: FormData): Promise<FormState> {
  return all(before, form);
}

export async function levelOf(before: FormState, form: FormData): Promise<FormState> {
  return level(before, form);
}
