import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts, wordings } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ShownComment, showComments } from "./shown.ts";

/** The wordings a comment had, the oldest first; the last one is today's. Null when it is hidden or there is none. */
export async function readCommentHistory(
  db: Db,
  commentId: number,
  now: Now,
): Promise<{ comment: ShownComment; wordings: { body: string; until: Date | null }[] } | null> {
  const [visible] = await db
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(eq(comments.id, commentId), isNull(comments.hiddenAt), eq(posts.state, "published"), isNull(posts.hiddenAt)),
    );
  if (!visible) return null;
  const [[comment], earlier] = await Promise.all([
    showComments(db, [commentId], now),
    db
      .select({ body: wordings.body, until: wordings.until })
      .from(wordings)
      .where(eq(wordings.commentId, commentId))
      .orderBy(asc(wordings.id)),
  ]);
  return { comment: comment!, wordings: [...earlier, { body: comment!.body, until: null }] };
}
