import { count, eq, getTableColumns } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { addenda, comments, posts, wordings } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import { type commentChange, editMinutes, mostAddenda } from "./input.ts";
import { wordingOf } from "./wording.ts";

type Change = z.output<typeof commentChange>;
type Changed = { id: number; postId: number; eventId: number };

/**
 * Changes a comment's words within fifteen minutes; the earlier wording stays readable. A letter that the comment has
 * become keeps its quotation.
 */
export async function editComment(db: Db, actor: Actor, input: Change, now: Now): Promise<Changed> {
  return transact(db, async (tx) => {
    const comment = await lockOwn(tx, actor, input.commentId);
    if (now.at.getTime() >= comment.createdAt.getTime() + editMinutes * 60_000) {
      throw new Refusal("comments.editTooLate", { minutes: editMinutes });
    }
    const body = wordingOf(input.body);
    const { id, postId } = comment;
    if (body === comment.body) return { id, postId, eventId: 0 };
    await tx.insert(wordings).values({ commentId: id, body: comment.body, until: now.at });
    await tx.update(comments).set({ body, editedAt: now.at }).where(eq(comments.id, id));
    return { id, postId, eventId: await recordChange(tx, "comment.edit", comment, actor, body, now) };
  });
}

/** Says more under one's own comment, at any time: what was said first stands as it is. */
export async function addToComment(db: Db, actor: Actor, input: Change, now: Now): Promise<Changed> {
  return transact(db, async (tx) => {
    const comment = await lockOwn(tx, actor, input.commentId);
    const body = wordingOf(input.body);
    const { id, postId } = comment;
    const [before] = await tx.select({ n: count() }).from(addenda).where(eq(addenda.commentId, id));
    if (before!.n >= mostAddenda) throw new Refusal("comments.enoughAddenda", { maximum: mostAddenda });
    await tx.insert(addenda).values({ commentId: id, body, at: now.at });
    return { id, postId, eventId: await recordChange(tx, "comment.add", comment, actor, body, now) };
  });
}

/** One's own comment, where it can still be seen; somebody else's is refused. */
async function lockOwn(tx: Tx, actor: Actor, commentId: number) {
  const [row] = await tx
    .select({ comment: getTableColumns(comments), postState: posts.state, postHiddenAt: posts.hiddenAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(eq(comments.id, commentId))
    .for("update", { of: comments });
  if (row?.postState !== "published") throw new Refusal("comments.missing");
  authorize(actor, "comment.edit", row.comment);
  if (row.comment.hiddenAt || row.postHiddenAt) throw new Refusal("comments.hidden");
  return row.comment;
}

function recordChange(
  tx: Tx,
  what: string,
  comment: typeof comments.$inferSelect,
  actor: Actor,
  words: string,
  now: Now,
): Promise<number> {
  const { id, postId, leaderId, officeId } = comment;
  return record(tx, {
    what,
    topics: [`post:${postId}`],
    actor,
    as:
      officeId === null ? { role: "citizen" } : { role: leaderId === null ? "operator" : "leader", leaderId, officeId },
    subject: `comment:${id}`,
    counts: { post: postId, comment: id },
    words,
    public: true,
    at: now.at,
  });
}
