import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, type EventCounts, events, eventWords, offices, posts, regions, updates } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { lockPost, topicsOf } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";

/** A comment, post or update that a moderator acts on. */
export interface Moderated {
  what: "comment" | "post" | "update";
  id: number;
  postId: number;
  lineage: number[];
  topics: string[];
  hiddenAt: Date | null;
  reviewedAt: Date | null;
}

/** Locks a comment for whoever moderates where it stands; for anybody else it is refused. */
export async function lockComment(tx: Tx, actor: Actor, commentId: number): Promise<Moderated> {
  const [row] = await tx
    .select({
      id: comments.id,
      postId: comments.postId,
      hiddenAt: comments.hiddenAt,
      reviewedAt: comments.reviewedAt,
      lineage: regions.lineage,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(comments.id, commentId))
    .for("update", { of: comments });
  if (!row) throw new Refusal("comments.missing");
  authorize(actor, "post.moderate", row);
  return { what: "comment", ...row, topics: [`post:${row.postId}`, "log"] };
}

/** Locks a post that is out, hidden or not. */
export async function lockModeratedPost(tx: Tx, actor: Actor, postId: number): Promise<Moderated> {
  const post = await lockPost(tx, postId);
  if (post.state !== "published") throw new Refusal("posts.missing");
  authorize(actor, "post.moderate", post.stream);
  const { id, hiddenAt } = post;
  const { lineage } = post.stream;
  return { what: "post", id, postId: id, lineage, topics: [...topicsOf(post), "log"], hiddenAt, reviewedAt: null };
}

/** Locks an update of a post that is out. What it stands under becomes stale with it. */
export async function lockUpdate(tx: Tx, actor: Actor, updateId: number): Promise<Moderated> {
  const [row] = await tx
    .select({ id: updates.id, postId: updates.postId, hiddenAt: updates.hiddenAt })
    .from(updates)
    .where(eq(updates.id, updateId))
    .for("update");
  if (!row) throw new Refusal("updates.missing");
  return { ...(await lockModeratedPost(tx, actor, row.postId)), what: "update", ...row };
}

/** The public log entry: who (which office), what, why. */
export async function log(
  tx: Tx,
  what: string,
  of: Moderated,
  by: { actor: Actor; as: Capacity },
  now: Now,
  counts: EventCounts = {},
): Promise<number> {
  return record(tx, {
    what: `${of.what}.${what}`,
    topics: of.topics,
    ...by,
    subject: `${of.what}:${of.id}`,
    counts: { post: of.postId, ...(of.what === "comment" && { comment: of.id }), ...counts },
    public: true,
    at: now.at,
  });
}

/** A moderator speaks for the triage office of the region where they hold the role, or the nearest one above. */
export async function moderatorOf(db: Db, actor: Actor, lineage: number[]): Promise<Capacity> {
  const grants = isPerson(actor) ? actor.grants.filter(({ role }) => role === "moderator") : [];
  const held = grants.map(({ regionId }) => regionId);
  const own = lineage.findLastIndex((regionId) => held.includes(regionId));
  const [office] = await db
    .select({ id: offices.id })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(offices.triages, isNull(offices.closedAt), inArray(offices.regionId, lineage.slice(0, own + 1))))
    .orderBy(sql`cardinality(${regions.lineage}) desc`, offices.id)
    .limit(1);
  return { role: "moderator", officeId: office?.id ?? null };
}

/** The sealed words of what is hidden are no longer given out; restored, they are again. Their hash stands either way. */
export async function hideWords(tx: Tx, of: Moderated, hiddenAt: Date | null): Promise<void> {
  const said = tx
    .select({ id: events.id })
    .from(events)
    .where(eq(events.subject, `${of.what}:${of.id}`));
  await tx.update(eventWords).set({ hiddenAt }).where(inArray(eventWords.eventId, said));
}
