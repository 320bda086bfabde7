import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { attachImages } from "#domain/images/attach.ts";
import { Refusal } from "#domain/refusal.ts";
import type { composeInput, draftChange, postChoice } from "./input.ts";
import { authorizeKind } from "./kind-rights.ts";
import { type Given, particularsOf } from "./particulars.ts";
import { capacityOn, deskTopic, lockPost, lockUnpublished, type Post, recordAtDesk } from "./post.ts";
import { findStream } from "./stream.ts";
import { promptsOf, wordingOf } from "./wording.ts";

type Draft = Pick<z.output<typeof composeInput>, "stream" | "kind" | "body" | "prompts" | "images" | "alts"> &
  Given & {
    /** The record does not say the exact hour. */
    approx?: boolean;
    demo?: boolean;
  };

/**
 * Begins a post. Whether it is spoken 本人 or 办公室代发 follows from whose hand it is, never from a form: the holder of
 * the position writes in person, anybody else for the office.
 */
export async function draftPost(db: Db, actor: Actor, input: Draft, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    const stream = await findStream(tx, input.stream);
    authorize(actor, "post.draft", stream);
    authorizeKind(actor, input.kind, stream);
    if (!isPerson(actor)) throw new Refusal("forbidden");
    const as = capacityOn(actor, stream);
    const [post] = await tx
      .insert(posts)
      .values({
        kind: input.kind,
        leaderId: stream.leaderId,
        officeId: stream.officeId,
        authorId: actor.id,
        voice: as.role === "leader" ? "self" : "office",
        body: wordingOf(input.body),
        prompts: promptsOf(input.kind, input.prompts),
        createdAt: now.at,
        approx: input.approx ?? false,
        demo: input.demo ?? false,
      })
      .returning();
    await particularsOf[input.kind]?.keep(tx, actor, { ...post!, stream }, input, now);
    await attachImages(tx, actor, input.images, { postId: post!.id }, input.alts);
    await record(tx, {
      what: "post.draft",
      topics: [deskTopic(stream)],
      actor,
      as,
      subject: `post:${post!.id}`,
      public: false,
      at: now.at,
      approx: post!.approx,
    });
    return { ...post!, stream };
  });
}

/**
 * Changes what is not out yet. What was already offered or scheduled goes a step back: a leader never approves, and the
 * timetable never publishes, words that changed after they were read.
 */
export async function editDraft(db: Db, actor: Actor, input: z.output<typeof draftChange>, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    const post = await lockUnpublished(tx, actor, input.postId);
    const [changed] = await tx
      .update(posts)
      .set({
        body: wordingOf(input.body),
        prompts: promptsOf(post.kind, input.prompts),
        state: stateAfterEdit(post, actor),
        publishAt: null,
        approvedById: null,
      })
      .where(eq(posts.id, post.id))
      .returning();
    await particularsOf[post.kind]?.keep(tx, actor, post, input, now);
    await attachImages(tx, actor, input.images, { postId: post.id }, input.alts);
    await recordAtDesk(tx, "post.redraft", post, actor, now);
    return { ...changed!, stream: post.stream };
  });
}

/** What somebody else laid before the leader stays there when it is the leader who mends it or takes it out of the timetable. */
export function stateAfterEdit(post: Post, actor: Actor): "draft" | "offered" {
  const laidBefore = post.state === "offered" || post.approvedById !== null;
  return laidBefore && capacityOn(actor, post.stream).role === "leader" ? "offered" : "draft";
}

/** Puts a draft away. The row stays, so that the record of who wrote and offered it stands. */
export async function discardPost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockUnpublished(tx, actor, input.postId);
    await tx.update(posts).set({ state: "discarded" }).where(eq(posts.id, post.id));
    await recordAtDesk(tx, "post.discard", post, actor, now);
  });
}

/** Takes a discarded post out again: whoever slipped finds it as a draft, with its words and pictures. */
export async function restorePost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockPost(tx, input.postId);
    if (post.state !== "discarded") {
      await lockUnpublished(tx, actor, input.postId);
      return;
    }
    if (!can(actor, "post.redraft", post)) throw new Refusal("posts.missing");
    await tx.update(posts).set({ state: "draft", publishAt: null, approvedById: null }).where(eq(posts.id, post.id));
    await recordAtDesk(tx, "post.restore", post, actor, now);
  });
}

/** The office lays a draft before the leader (办公室代发). */
export async function offerPost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockUnpublished(tx, actor, input.postId);
    if (post.stream.leaderId === null) throw new Refusal("posts.nobodyToApprove");
    if (post.state === "offered") return;
    if (post.state !== "draft") throw new Refusal("posts.alreadyScheduled");
    await particularsOf[post.kind]?.check?.(tx, post, now.at);
    await tx.update(posts).set({ state: "offered" }).where(eq(posts.id, post.id));
    await recordAtDesk(tx, "post.offer", post, actor, now);
  });
}
