"use server";

import { createHash } from "node:crypto";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { countTry } from "#app/_edge/limits.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { withQuery } from "#components/ui/address.ts";
import type { FormState, Values } from "#components/ui/form-state.ts";
import { type Db, db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { dropDraft } from "#domain/drafts.ts";
import { editPost, pinPost, unpinPost } from "#domain/posts/change.ts";
import { discardPost, offerPost, restorePost } from "#domain/posts/draft.ts";
import {
  composeInput,
  composingForm,
  postChange,
  postChoice,
  returnInput,
  reviseInput,
  scheduleInput,
} from "#domain/posts/input.ts";
import type { Post } from "#domain/posts/post.ts";
import { composePost, publishPost, revisePost, schedulePost, unschedulePost } from "#domain/posts/publish.ts";
import { returnPost } from "#domain/posts/return.ts";
import { Refusal } from "#domain/refusal.ts";
import { answerOnce } from "#domain/requests.ts";
import { particularsIn } from "./particulars.ts";
import { changePictures, picturesIn } from "./pictures.ts";

/** What a composer sends: the words, what the kind has beside them, and the pictures, under a key that names this one writing. */
const written = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((form) => {
    const typed = form as Values;
    return { ...typed, ...particularsIn(typed), ...picturesIn(typed) };
  }, schema);

const key = z.uuid();

/** The same form, sent by a second click, is the same post. */
async function once(actor: Actor, input: object, at: Now, act: (on: Db) => Promise<Post>) {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await countTry("post", { personId: actor.id, address: (await whereFrom()).address });
  const bodyHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const asked = { personId: actor.id, key: `compose ${bodyHash}`, bodyHash, minutes: 24 * 60 };
  return answerOnce(db, asked, at, async (tx) => {
    const { id, state } = await act(tx);
    return { id, state };
  });
}

/** Says what was done on the page it was done from, or on that of the posts. */
async function sayDone(done: string, postId: number, view = "/desk/posts"): Promise<never> {
  const at = await addresses();
  // The frame around the page says an incident at once.
  refresh();
  redirect(`${withQuery(at(view), { done, post: postId })}#said`);
}

const composing = formAction(written(composeInput.extend({ key })), async (actor, { key: name, ...input }, now) => {
  const { id } = await once(actor, { name, ...input }, now, async (tx) => {
    const post = await composePost(tx, actor, input, now);
    await dropDraft(tx, actor, composingForm);
    return post;
  });
  await sayDone(input.next, id);
});

const redrafting = formAction(written(reviseInput.extend({ key })), async (actor, { key: name, ...input }, now) => {
  const { id } = await once(actor, { name, ...input }, now, (tx) => revisePost(tx, actor, input, now));
  await sayDone(input.next, id);
});

/** A new post: published, offered, scheduled or kept, as the button says that was pressed. */
export async function compose(before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePictures(form) : composing(before, form);
}

/** The same for what is not out yet. */
export async function redraft(before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePictures(form) : redrafting(before, form);
}

type Verb<Input> = (db: Db, actor: Actor, input: Input, now: Now) => Promise<unknown>;

/** One act on one post; the answer stands on the page where it was asked for. */
function acting<Schema extends z.ZodType<{ postId: number }>>(
  done: string,
  schema: Schema,
  verb: Verb<z.output<Schema>>,
) {
  return (view: string, before: FormState, form: FormData) =>
    formAction(schema, async (actor, input, now) => {
      await verb(db, actor, input, now);
      await sayDone(done, input.postId, new URL(ownPath(view), "http://own.invalid").pathname);
    })(before, form);
}

const acts = {
  approve: acting("publish", postChoice, publishPost),
  offer: acting("offer", postChoice, offerPost),
  giveBack: acting("return", returnInput, returnPost),
  discard: acting("discard", postChoice, discardPost),
  restore: acting("restore", postChoice, restorePost),
  reschedule: acting("schedule", scheduleInput, schedulePost),
  unschedule: acting("unschedule", postChoice, unschedulePost),
  pin: acting("pin", postChoice, pinPost),
  unpin: acting("unpin", postChoice, unpinPost),
};

/** 同意发布, and what one has written oneself. */
export async function approve(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.approve(view, before, form);
}

export async function offer(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.offer(view, before, form);
}

/** 退回 */
export async function giveBack(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.giveBack(view, before, form);
}

/** 作废 */
export async function discard(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.discard(view, before, form);
}

export async function restore(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.restore(view, before, form);
}

export async function reschedule(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.reschedule(view, before, form);
}

export async function unschedule(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.unschedule(view, before, form);
}

export async function pin(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.pin(view, before, form);
}

export async function unpin(view: string, before: FormState, form: FormData): Promise<FormState> {
  return acts.unpin(view, before, form);
}

const correcting = formAction(postChange, async (actor, input, now) => {
  await editPost(db, actor, input, now);
  await sayDone("edit", input.postId);
});

/** New words for a post that is out; the former ones stay readable beside them. */
export async function correct(before: FormState, form: FormData): Promise<FormState> {
  return correcting(before, form);
}
