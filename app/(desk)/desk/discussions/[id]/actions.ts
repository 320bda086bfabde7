"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { paceInput, setPace } from "#domain/posts/set-pace.ts";
import { decideSuspicions, suspicionInput } from "#domain/suspicions/decide.ts";
import { strikeChoice, strikeInput, strikeVotes, unstrikeVotes } from "#domain/votes/invalidate.ts";

async function backTo(postId: number, said: Record<string, string | number>): Promise<never> {
  const query = new URLSearchParams(Object.entries(said).map(([name, value]) => [name, String(value)]));
  redirect(`${(await addresses())(`/desk/discussions/${postId}`)}?${query}`);
}

/** Nothing is struck before it is seen what that changes. */
async function preview(postId: number, personIds: number[]): Promise<never> {
  const query = new URLSearchParams([["strike", "1"], ...personIds.map((id) => ["personIds", String(id)])]);
  redirect(`${(await addresses())(`/desk/discussions/${postId}`)}?${query}#strike`);
}

const pacing = formAction(paceInput, async (actor, input, now) => {
  await setPace(db, actor, input, now);
  return backTo(input.postId, { did: "pace" });
});
const chosenInput = suspicionInput.extend({ decision: z.enum(["confirmed", "cleared", "strike"]) });

const deciding = formAction(chosenInput, async (actor, { postId, personIds, decision }, now) => {
  if (decision === "strike") return preview(postId, personIds);
  const n = await decideSuspicions(db, actor, { postId, personIds, decision }, now);
  return backTo(postId, { did: decision, n });
});
const striking = formAction(strikeInput, async (actor, input, now) => {
  const { number } = await strikeVotes(db, actor, input, now);
  return backTo(input.postId, { did: "struck", n: number });
});
const unstriking = (postId: number, number: number) =>
  formAction(strikeChoice, async (actor, input, now) => {
    await unstrikeVotes(db, actor, input, now);
    return backTo(postId, { did: "unstruck", n: number });
  });

export const pace = async (before: FormState, form: FormData): Promise<FormState> => pacing(before, form);
export const decide = async (before: FormState, form: FormData): Promise<FormState> => deciding(before, form);
export const strike = async (before: FormState, form: FormData): Promise<FormState> => striking(before, form);

export async function unstrike(postId: number, number: number, before: FormState, form: FormData): Promise<FormState> {
  return unstriking(postId, number)(before, form);
}
