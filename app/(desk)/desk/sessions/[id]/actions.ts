"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { withQuery } from "#components/ui/address.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { answerQuestion } from "#domain/sessions/answer.ts";
import { endSession } from "#domain/sessions/end.ts";
import { answerInput, sessionChoice, takeUpInput } from "#domain/sessions/input.ts";
import { startSession } from "#domain/sessions/start.ts";
import { takeUpQuestion } from "#domain/sessions/take-up.ts";

/** Says what was done on the session's own desk page. */
async function sayDone(said: string, postId: number): Promise<never> {
  const at = await addresses();
  redirect(`${withQuery(at(`/desk/sessions/${postId}`), { said })}#said`);
}

const starting = formAction(sessionChoice, async (actor, input, now) => {
  await startSession(db, actor, input, now);
  await sayDone("start", input.postId);
});

/** 开始答问 */
export async function start(before: FormState, form: FormData): Promise<FormState> {
  return starting(before, form);
}

const ending = formAction(sessionChoice, async (actor, input, now) => {
  await endSession(db, actor, input, now);
  await sayDone("end", input.postId);
});

/** 结束 */
export async function end(before: FormState, form: FormData): Promise<FormState> {
  return ending(before, form);
}

const answering = formAction(answerInput, async (actor, input, now) => {
  await answerQuestion(db, actor, input, now);
  await sayDone("answer", input.postId);
});

/** 答复 */
export async function answer(before: FormState, form: FormData): Promise<FormState> {
  return answering(before, form);
}

const takingUp = formAction(takeUpInput, (actor, input, now) => takeUpQuestion(db, actor, input, now));

/** 正在回答 */
export async function takeUp(before: FormState, form: FormData): Promise<FormState> {
  return takingUp(before, form);
}
