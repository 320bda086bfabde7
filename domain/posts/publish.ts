import { and, asc, eq, lte } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, clock, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { draftPost, editDraft, offerPost, stateAfterEdit } from "./draft.ts";
import type { composeInput, postChoice, reviseInput, scheduleInput } from "./input.ts";
import { authorizeKind } from "./kind-rights.ts";
import { particularsOf } from "./particulars.ts";
import { capacityOn, deskTopic, lockPost, lockUnpublished, type Post, recordAtDesk, topicsOf } from "./post.ts";

/** One form: write, and keep, offer, publish or schedule it, all or nothing. */
export async function composePost(db: Db, actor: Actor, input: z.output<typeof composeInput>, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    return goOn(tx, actor, await draftPost(tx, actor, input, now), input, now);
  });
}

/** The same for what is not out yet: mend, and keep, offer, publish or schedule it. */
export async function revisePost(db: Db, actor: Actor, input: z.output<typeof reviseInput>, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    return goOn(tx, actor, await editDraft(tx, actor, input, now), input, now);
  });
}

type Next = Pick<z.output<typeof composeInput>, "next" | "publishAt">;

async function goOn(tx: Tx, actor: Actor, post: Post, { next, publishAt }: Next, now: Now): Promise<Post> {
  const postId = post.id;
  if (next === "offer") {
    await offerPost(tx, actor, { postId }, now);
    return { ...post, state: "offered" };
  }
  if (next === "publish") return publishPost(tx, actor, { postId }, now);
  if (next === "schedule") {
    if (!publishAt) throw new Refusal("posts.whenMissing");
    return schedulePost(tx, actor, { postId, publishAt }, now);
  }
  return post;
}

/**
 * Publishes now. What the office drafted needs its leader's approval, and this is it: both hands are recorded, and the
 * post says 办公室代发. Published already, for instance by the first of two clicks, it stays as it is.
 */
export async function publishPost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    const before = await lockPost(tx, input.postId);
    if (before.state === "published" && !before.hiddenAt) {
      authorize(actor, "post.publish", before.stream);
      return before;
    }
    const post = await approved(tx, actor, input.postId, now.at);
    return putOut(tx, post, { actor, approvedById: post.approvedById }, now);
  });
}

/** Publishes at a time to come: approval is given now, the timetable does the rest. */
export async function schedulePost(
  db: Db,
  actor: Actor,
  input: z.output<typeof scheduleInput>,
  now: Now,
): Promise<Post> {
  return transact(db, async (tx) => {
    if (input.publishAt <= now.at) throw new Refusal("posts.timeIsPast");
    const post = await approved(tx, actor, input.postId, input.publishAt);
    const [scheduled] = await tx
      .update(posts)
      .set({ state: "scheduled", publishAt: input.publishAt, approvedById: post.approvedById })
      .where(eq(posts.id, post.id))
      .returning();
    await recordAtDesk(tx, "post.schedule", post, actor, now);
    return { ...scheduled!, stream: post.stream };
  });
}

/** Takes a post out of the timetable. What the office wrote waits for its leader's approval again. */
export async function unschedulePost(
  db: Db,
  actor: Actor,
  input: z.output<typeof postChoice>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockUnpublished(tx, actor, input.postId);
    if (post.state !== "scheduled") return;
    await tx
      .update(posts)
      .set({ state: stateAfterEdit(post, actor), publishAt: null, approvedById: null })
      .where(eq(posts.id, post.id));
    await recordAtDesk(tx, "post.unschedule", post, actor, now);
  });
}

/** The timetable: puts out every post whose time has come. Says how many. */
export async function publishScheduled(db: Db, now: Now): Promise<number> {
  const due = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.state, "scheduled"), lte(posts.publishAt, now.at)))
    .orderBy(asc(posts.publishAt))
    .limit(100);
  let published = 0;
  for (const { id } of due) {
    await transact(db, async (tx) => {
      const post = await lockPost(tx, id);
      // Another process, or its author, was faster.
      if (post.state !== "scheduled" || post.publishAt! > now.at) return;
      await putOut(tx, post, { actor: clock, approvedById: post.approvedById }, now);
      published += 1;
    });
  }
  return published;
}

/** Locks what may go out by this person's hand, with who approved it if somebody else wrote it. */
async function approved(tx: Tx, actor: Actor, postId: number, at: Date): Promise<Post> {
  const post = await lockUnpublished(tx, actor, postId);
  authorize(actor, "post.publish", post.stream);
  authorizeKind(actor, post.kind, post.stream);
  if (!isPerson(actor)) throw new Refusal("forbidden");
  await particularsOf[post.kind]?.check?.(tx, post, at);
  if (post.stream.leaderId === null || post.authorId === actor.id) return post;
  if (post.state === "draft") throw new Refusal("posts.notOffered");
  return { ...post, approvedById: actor.id };
}

async function putOut(tx: Tx, post: Post, by: { actor: Actor; approvedById: number | null }, now: Now): Promise<Post> {
  const [published] = await tx
    .update(posts)
    .set({ state: "published", publishedAt: now.at, publishAt: null, approvedById: by.approvedById })
    .where(eq(posts.id, post.id))
    .returning();
  await particularsOf[post.kind]?.open?.(tx, post, now);
  await record(tx, {
    what: "post.publish",
    topics: [
      ...topicsOf(post),
      deskTopic(post.stream),
      ...((await particularsOf[post.kind]?.touches?.(tx, post)) ?? []),
    ],
    actor: by.actor,
    as: capacityOn(by.actor, post.stream),
    subject: `post:${post.id}`,
    counts: { post: post.id, kind: post.kind, voice: post.voice },
    words: post.body,
    public: true,
    at: now.at,
    approx: post.approx,
  });
  return { ...published!, stream: post.stream };
}
