import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { editMinutes, mostAddenda } from "./input.ts";
import { type ShownComment, showComments } from "./shown.ts";

/** A comment for who wrote it, with what they may still do to it. */
export interface OwnComment {
  comment: ShownComment;
  /** Until when its words may be changed; null when they stand. */
  editableUntil: Date | null;
  /** How often more may be said under it. */
  addendaLeft: number;
  /** May it become a letter? An official reply does not, and none does twice. */
  mayBecomeLetter: boolean;
}

/** One's own comment as long as everybody can see it; somebody else's is not found here. */
export async function readOwnComment(db: Db, actor: Actor, commentId: number, now: Now): Promise<OwnComment | null> {
  const [own] = await db
    .select({ authorId: comments.authorId, createdAt: comments.createdAt })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(eq(comments.id, commentId), isNull(comments.hiddenAt), eq(posts.state, "published"), isNull(posts.hiddenAt)),
    );
  if (!own || !can(actor, "comment.edit", own)) return null;
  const [comment] = await showComments(db, [commentId], now);
  const until = new Date(own.createdAt.getTime() + editMinutes * 60_000);
  return {
    comment: comment!,
    editableUntil: now.at < until ? until : null,
    addendaLeft: Math.max(0, mostAddenda - comment!.addenda.length),
    mayBecomeLetter: !comment!.official && comment!.letter === null,
  };
}
