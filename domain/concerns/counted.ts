import { type SQL, sql } from "drizzle-orm";
import { comments, letters } from "#db/schema/index.ts";

/**
 * Which letters and comments gather at all. Accusations and letters for their handlers only never do; nor does a letter that
 * came out of a comment, because the comment does. Asked again whenever they are read: a letter may turn out to be an
 * accusation, and a comment may be hidden.
 */
export const gathers = {
  letter: sql`(${letters.kind} <> 'accusation' and ${letters.visibility} <> 'handlers' and ${letters.commentId} is null
    and ${letters.state} <> 'withdrawn' and ${letters.hiddenAt} is null)`,
  comment: sql`(${comments.officeId} is null and ${comments.hiddenAt} is null and exists (select 1 from posts p
    where p.id = ${comments.postId} and p.state = 'published' and p.hidden_at is null))`,
} satisfies Record<string, SQL>;

/** Those written down by an office for people without an account cannot be told apart: together they are one. */
export const writer = sql<number>`coalesce(${comments.authorId}, ${letters.authorId}, 0)`.mapWith(Number);
