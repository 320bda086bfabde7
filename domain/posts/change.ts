import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts, wordings } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { postChange, postChoice } from "./input.ts";
import { capacityOn, lockPublished, type Post, topicsOf } from "./post.ts";
import { streamTopic } from "./stream.ts";
import { wordingOf } from "./wording.ts";

/**
 * Changes the words of a post that is out. There is no time limit, because the earlier wording stays beside the new one:
 * an office corrects itself in the open or not at all.
 */
export async function editPost(db: Db, actor: Actor, input: z.output<typeof postChange>, now: Now): Promise<Post> {
  return transact(db, async (tx) => {
    const post = await lockOwn(tx, actor, input.postId);
    const body = wordingOf(input.body);
    if (body === post.body) return post;
    await tx.insert(wordings).values({ postId: post.id, body: post.body, until: now.at });
    const [changed] = await tx.update(posts).set({ body, editedAt: now.at }).where(eq(posts.id, post.id)).returning();
    await recordChange(tx, "post.edit", post, actor, now, body);
    return { ...changed!, stream: post.stream };
  });
}

/** Pins a post to the top of its stream, where one at a time is pinned; a pinned broadcast stands on the home page. */
export async function pinPost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockOwn(tx, actor, input.postId);
    // On the home page it speaks to everybody, not to those alone who read its stream.
    if (post.kind === "broadcast") authorize(actor, "post.broadcast", post.stream);
    // Two who pin on one stream go one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`pin ${streamTopic(post.stream)}`}))`);
    if (post.pinnedAt) return;
    await tx.update(posts).set({ pinnedAt: null }).where(pinnedOn(post));
    await tx.update(posts).set({ pinnedAt: now.at }).where(eq(posts.id, post.id));
    await recordChange(tx, "post.pin", post, actor, now);
  });
}

export async function unpinPost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockOwn(tx, actor, input.postId);
    if (!post.pinnedAt) return;
    await tx.update(posts).set({ pinnedAt: null }).where(eq(posts.id, post.id));
    await recordChange(tx, "post.unpin", post, actor, now);
  });
}

/** What somebody may correct and pin. An appeal is its citizen's, and grows by updates: the office asked changes nothing in it. */
async function lockOwn(tx: Tx, actor: Actor, postId: number): Promise<Post> {
  const post = await lockPublished(tx, postId);
  authorize(actor, "post.publish", post.stream);
  if (post.kind === "appeal") throw new Refusal("forbidden");
  return post;
}

function pinnedOn({ leaderId, officeId }: Post) {
  const stream =
    leaderId === null ? and(eq(posts.officeId, officeId), isNull(posts.leaderId)) : eq(posts.leaderId, leaderId);
  return and(stream, isNotNull(posts.pinnedAt));
}

function recordChange(tx: Tx, what: string, post: Post, actor: Actor, now: Now, words?: string) {
  return record(tx, {
    what,
    topics: topicsOf(post),
    actor,
    as: capacityOn(actor, post.stream),
    subject: `post:${post.id}`,
    counts: { post: post.id },
    words,
    public: true,
    at: now.at,
  });
}
