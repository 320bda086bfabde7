"use server";

import { redirect } from "next/navigation";
import { formAction } from "#app/_edge/form-action.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import type { FormState } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { convertInput } from "#domain/letters/input.ts";
import { claimComment, releaseComment } from "#domain/moderation/claim.ts";
import { commentChoice, hideCommentInput, hideReportedInput, keepInput, undoInput } from "#domain/moderation/input.ts";
import { keepReported } from "#domain/moderation/keep.ts";
import { hideComment, hidePost, hideUpdate, restoreComment, reviewComment } from "#domain/moderation/moderate.ts";
import { undoModeration } from "#domain/moderation/undo.ts";

/** Back to the view it was done in, which then says what was done. */
function backTo(view: string, said: Record<string, string | number>): never {
  const url = new URL(ownPath(view), "http://own.invalid");
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, String(value));
  redirect(`${url.pathname}${url.search}`);
}

const keeping = (view: string) =>
  formAction(keepInput, async (actor, input, now) => {
    await keepReported(db, actor, input, now);
    backTo(view, { reported: "kept" });
  });

const hidingReported = (view: string) =>
  formAction(hideReportedInput, async (actor, { subject, code }, now) => {
    const [what, id] = subject.split(":");
    if (what === "post") await hidePost(db, actor, { postId: Number(id), code }, now);
    else await hideUpdate(db, actor, { updateId: Number(id), code }, now);
    backTo(view, { reported: "hidden" });
  });

const converting = (view: string) =>
  formAction(convertInput, async (actor, input, now) => {
    const { letter } = await convertComment(db, actor, input, now);
    backTo(view, { became: letter.number });
  });

const hiding = (view: string) =>
  formAction(hideCommentInput, async (actor, input, now) => {
    await hideComment(db, actor, input, now);
    backTo(view, { of: input.commentId });
  });

const leaving = (view: string) =>
  formAction(commentChoice, async (actor, input, now) => {
    await reviewComment(db, actor, input, now);
    backTo(view, { of: input.commentId });
  });

const restoring = (view: string) =>
  formAction(commentChoice, async (actor, input, now) => {
    await restoreComment(db, actor, input, now);
    backTo(view, { at: input.commentId });
  });

const undoing = (view: string) =>
  formAction(undoInput, async (actor, input, now) => {
    await undoModeration(db, actor, input, now);
    backTo(view, { at: input.subject.slice("comment:".length) });
  });

const claiming = (view: string) =>
  formAction(commentChoice, async (actor, input, now) => {
    await claimComment(db, actor, input, now);
    backTo(view, { at: input.commentId });
  });

const releasing = (view: string) =>
  formAction(commentChoice, async (actor, input) => {
    await releaseComment(db, actor, input);
    backTo(view, { at: input.commentId });
  });

export async function convert(view: string, before: FormState, form: FormData): Promise<FormState> {
  return converting(view)(before, form);
}

export async function hide(view: string, before: FormState, form: FormData): Promise<FormState> {
  return hiding(view)(before, form);
}

export async function keep(view: string, before: FormState, form: FormData): Promise<FormState> {
  return keeping(view)(before, form);
}

export async function hideReported(view: string, before: FormState, form: FormData): Promise<FormState> {
  return hidingReported(view)(before, form);
}

/** 留在评论区 */
export async function leave(view: string, before: FormState, form: FormData): Promise<FormState> {
  return leaving(view)(before, form);
}

export async function restore(view: string, before: FormState, form: FormData): Promise<FormState> {
  return restoring(view)(before, form);
}

export async function undo(view: string, before: FormState, form: FormData): Promise<FormState> {
  return undoing(view)(before, form);
}

export async function claim(view: string, before: FormState, form: FormData): Promise<FormState> {
  return claiming(view)(before, form);
}

export async function release(view: string, before: FormState, form: FormData): Promise<FormState> {
  return releasing(view)(before, form);
}
