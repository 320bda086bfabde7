import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts, updates } from "#db/schema/index.ts";

export const mentioning = ["post", "comment", "update"] as const;
export type Mentioning = (typeof mentioning)[number];

/** Something that was said and that everybody may read. */
export interface Said {
  ofId: number;
  postId: number;
  authorId: number;
  text: string;
}

const isOut = and(eq(posts.state, "published"), isNull(posts.hiddenAt));

/** What was said, each kind in its own way; whatever nobody may read is not among them. */
export const readSaid: Readonly<Record<Mentioning, (db: Db, ids: number[]) => Promise<Said[]>>> = {
  post: (db, ids) =>
    db
      .select({
        ofId: posts.id,
        postId: posts.id,
        authorId: posts.authorId,
        text: sql<string>`array_to_string(${posts.body} || ${posts.prompts}, E'\n')`,
      })
      .from(posts)
      .where(and(inArray(posts.id, ids), isOut)),
  comment: (db, ids) =>
    db
      .select({ ofId: comments.id, postId: comments.postId, authorId: comments.authorId, text: comments.body })
      .from(comments)
      .innerJoin(posts, eq(posts.id, comments.postId))
      .where(and(inArray(comments.id, ids), isNull(comments.hiddenAt), isOut)),
  update: (db, ids) =>
    db
      .select({ ofId: updates.id, postId: updates.postId, authorId: updates.authorId, text: updates.body })
      .from(updates)
      .innerJoin(posts, eq(posts.id, updates.postId))
      .where(and(inArray(updates.id, ids), isNull(updates.hiddenAt), isOut)),
};
