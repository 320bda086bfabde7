import { z } from "zod";
import { rowId } from "#domain/posts/input.ts";

export const longestComment = 2000;
/** Minutes in which an author may change a comment's words; the earlier ones stay readable. */
export const editMinutes = 15;
export const mostAddenda = 10;

const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === null ? undefined : value), schema.optional());

// Longer than any comment may be, so that the domain counts after cleaning and says no in its own words.
const text = z.string().max(10 * longestComment);

export const commentInput = z.object({
  postId: rowId,
  /** The comment that it answers, on either level. */
  replyTo: optional(rowId),
  /** Which prompt of a solicitation it answers, from 0. */
  prompt: optional(z.coerce.number().int().min(0).max(20)),
  /** An official reply: under which plate. */
  leaderId: optional(rowId),
  officeId: optional(rowId),
  body: text,
  /** 仍然发表: its writer has been asked and means it. */
  anyway: z.preprocess((value) => value === true || value === "1", z.boolean()),
});

export const commentChange = z.object({ commentId: rowId, body: text });

/** Which post, and the newest comment on it that the reader has; 0 for none. */
export const newerInput = z.object({ post: rowId, newer: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
