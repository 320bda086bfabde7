"use server";

import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_edge/form-action.ts";
import { addresses } from "#app/_edge/language.ts";
import { countTry } from "#app/_edge/limits.ts";
import { now } from "#app/_edge/now.ts";
import { ownPath } from "#app/_edge/own-path.ts";
import { signedIn } from "#app/_edge/signed-in.ts";
import { whereFrom } from "#app/_edge/where-from.ts";
import { wordsOfRefusal } from "#app/_edge/words-of-refusal.ts";
import { type FormState, textOf, type Values } from "#components/ui/form-state.ts";
import { db } from "#db/client.ts";
import { isPerson } from "#domain/access/actor.ts";
import { storeImage } from "#domain/images/store.ts";
import { editPost, pinPost, unpinPost } from "#domain/posts/change.ts";
import { discardPost, editDraft, offerPost } from "#domain/posts/draft.ts";
import { composeInput, draftChange, mostImages, postChange, postChoice } from "#domain/posts/input.ts";
import { composePost, publishPost, schedulePost } from "#domain/posts/publish.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { answerOnce } from "#domain/requests.ts";

/** The picker keeps its tokens in one field. */
const images = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").filter((token) => token !== "") : value),
  z.array(z.string().max(40)).max(mostImages),
);

async function goBack(said: string, view = "/desk/posts"): Promise<never> {
  const at = await addresses();
  redirect(`${at(view)}?done=${said}#said`);
}

/** The same form, sent by a second click, is the same post. */
const composing = formAction(composeInput.extend({ images, key: z.uuid() }), async (actor, { key, ...input }, at) => {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const bodyHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
  const asked = { personId: actor.id, key: `compose ${key} ${input.next}`, bodyHash, minutes: 24 * 60 };
  await answerOnce(db, asked, at, async (tx) => ({ id: (await composePost(tx, actor, input, at)).id }));
  await goBack(input.next);
});

const redraftInput = draftChange.extend({
  images,
  next: composeInput.shape.next,
  publishAt: composeInput.shape.publishAt,
});

const redrafting = formAction(redraftInput, async (actor, { next, publishAt, ...change }, at) => {
  const { postId } = change;
  if (next === "schedule" && !publishAt) throw new Refusal("posts.whenMissing");
  await editDraft(db, actor, change, at);
  if (next === "offer") await offerPost(db, actor, { postId }, at);
  if (next === "publish") await publishPost(db, actor, { postId }, at);
  if (next === "schedule" && publishAt) await schedulePost(db, actor, { postId, publishAt }, at);
  await goBack(next);
});

/** A new post: published, offered, scheduled or kept, as the button says that was pressed. */
export async function compose(before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePictures(form) : composing(before, form);
}

/** The same for what is not out yet. */
export async function redraft(before: FormState, form: FormData): Promise<FormState> {
  return form.has("do") ? changePictures(form) : redrafting(before, form);
}

/** Without a script pictures come and go one by one, with a button each; what is typed stays in the form. */
async function changePictures(form: FormData): Promise<FormState> {
  const { do: what, ...typed }: Values = textOf(form);
  const gone = String(what).replace("remove ", "");
  const kept = String(typed.images ?? "").split(",");
  try {
    const added = await storePicture(form.get("photo"));
    const tokens = [...kept.filter((token) => token && token !== gone), ...added].slice(0, mostImages);
    return { values: { ...typed, images: tokens.join(",") } };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refusal: { key: error.key, words: await wordsOfRefusal(error) }, values: typed };
  }
}

async function storePicture(file: FormDataEntryValue | null): Promise<string[]> {
  const actor = await signedIn();
  if (!(file instanceof File) || file.size === 0 || !isPerson(actor)) return [];
  await countTry("image", { personId: actor.id, address: (await whereFrom()).address });
  const { token } = await storeImage(db, actor, { bytes: Buffer.from(await file.arrayBuffer()) }, await now());
  return [token];
}

const onPost = (said: string, verb: (...args: Parameters<typeof publishPost>) => Promise<unknown>) => (view: string) =>
  formAction(postChoice, async (actor, input, at) => {
    await verb(db, actor, input, at);
    const url = new URL(ownPath(view), "http://own.invalid");
    redirect(`${url.pathname}?done=${said}#said`);
  });

const approving = onPost("publish", publishPost);
const discarding = onPost("discard", discardPost);
const offering = onPost("offer", offerPost);
const pinning = onPost("pin", pinPost);
const unpinning = onPost("unpin", unpinPost);

/** 同意发布 */
export async function approve(view: string, before: FormState, form: FormData): Promise<FormState> {
  return approving(view)(before, form);
}

/** 退回, or putting one's own draft away. */
export async function discard(view: string, before: FormState, form: FormData): Promise<FormState> {
  return discarding(view)(before, form);
}

export async function offer(view: string, before: FormState, form: FormData): Promise<FormState> {
  return offering(view)(before, form);
}

export async function pin(view: string, before: FormState, form: FormData): Promise<FormState> {
  return pinning(view)(before, form);
}

export async function unpin(view: string, before: FormState, form: FormData): Promise<FormState> {
  return unpinning(view)(before, form);
}

const correcting = formAction(postChange, async (actor, input, at) => {
  await editPost(db, actor, input, at);
  await goBack("edit");
});

/** New words for a post that is out; the former ones stay readable beside them. */
export async function correct(before: FormState, form: FormData): Promise<FormState> {
  return correcting(before, form);
}
