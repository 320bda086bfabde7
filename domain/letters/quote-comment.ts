import { and, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, letters } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";

export interface QuotedComment {
  id: number;
  postId: number;
  body: string;
  createdAt: Date;
}

/** One's own comment, to be turned into a letter. Null when it is not one's own, is hidden, or is a letter already. */
export async function readOwnComment(db: Db, actor: Actor, id: number): Promise<QuotedComment | null> {
  if (!isPerson(actor) || !Number.isSafeInteger(id)) return null;
  const [comment] = await db
    .select({ id: comments.id, postId: comments.postId, body: comments.body, createdAt: comments.createdAt })
    .from(comments)
    .leftJoin(letters, and(eq(letters.commentId, comments.id), ne(letters.state, "withdrawn")))
    .where(
      and(
        eq(comments.id, id),
        eq(comments.authorId, actor.id),
        isNull(comments.officeId),
        isNull(comments.hiddenAt),
        isNull(letters.id),
      ),
    );
  return comment ?? null;
}
