import { eq, getTableColumns } from "drizzle-orm";
import { leaders, offices, posts, regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { type PostStream, streamFields, streamTopic } from "./stream.ts";

export type PostRow = typeof posts.$inferSelect;
export type Post = PostRow & { stream: PostStream };

/** Locks a post, so that of two who act at once the second sees what the first has done. */
export async function lockPost(tx: Tx, postId: number): Promise<Post> {
  const [row] = await tx
    .select({ post: getTableColumns(posts), stream: streamFields })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(eq(posts.id, postId))
    .for("update", { of: posts });
  if (!row) throw new Refusal("posts.missing");
  return { ...row.post, stream: row.stream };
}

/** A post that is not out: for those who may work on it; for anybody else there is none. */
export async function lockUnpublished(tx: Tx, actor: Actor, postId: number): Promise<Post> {
  const post = await lockPost(tx, postId);
  if (!can(actor, "post.redraft", post)) throw new Refusal("posts.missing");
  if (post.state === "published") throw new Refusal("posts.alreadyPublished");
  if (post.state === "discarded") throw new Refusal("posts.discarded");
  return post;
}

/** A post that everybody sees. */
export async function lockPublished(tx: Tx, postId: number): Promise<Post> {
  const post = await lockPost(tx, postId);
  if (post.state !== "published" || post.hiddenAt) throw new Refusal("posts.missing");
  return post;
}

/** The capacity in which somebody speaks on a stream: in the position itself, for the office, or as the editor. */
export function capacityOn(actor: Actor, { leaderId, officeId }: PostStream): Capacity {
  if (!isPerson(actor)) return { role: "clock", leaderId, officeId };
  if (leaderId !== null && actor.grants.some((grant) => grant.leaderId === leaderId)) {
    return { role: "leader", leaderId, officeId };
  }
  const keeps = actor.grants.some((grant) => grant.role === "operator" && grant.officeId === officeId);
  return { role: keeps ? "operator" : "editor", leaderId, officeId };
}

/** What becomes stale when a post that everybody sees appears or changes. An incident stands at the head of every page. */
export function topicsOf(post: Pick<Post, "id" | "stream" | "kind">): string[] {
  const own = [`post:${post.id}`, streamTopic(post.stream), "home"];
  return post.kind === "incident" ? [...own, "incidents"] : own;
}

/** Where those who write on a stream look. */
export function deskTopic(stream: PostStream): string {
  return `drafts:${streamTopic(stream)}`;
}

/** A step that only those who write on the stream see. */
export function recordAtDesk(tx: Tx, what: string, post: Post, actor: Actor, now: Now, words?: string) {
  return record(tx, {
    what,
    topics: [deskTopic(post.stream)],
    actor,
    as: capacityOn(actor, post.stream),
    subject: `post:${post.id}`,
    words,
    public: false,
    at: now.at,
  });
}
