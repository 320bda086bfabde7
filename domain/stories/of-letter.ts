import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, posts, storyLetters } from "#db/schema/index.ts";
import { isOut } from "#domain/posts/shown.ts";
import type { StoryKind } from "./shown.ts";

/** A story that tells of a letter, on that letter's own page. */
export interface StoryOfLetter {
  postId: number;
  kind: StoryKind;
  at: Date;
  approx: boolean;
  body: string;
}

/** The stories that are out and tell of a letter which the asking function has shown to be readable, the newest first. */
export async function readStoriesOfLetter(db: Db, number: string): Promise<StoryOfLetter[]> {
  const rows = await db
    .select({ postId: posts.id, kind: posts.kind, at: posts.publishedAt, approx: posts.approx, body: posts.body })
    .from(storyLetters)
    .innerJoin(letters, eq(letters.id, storyLetters.letterId))
    .innerJoin(posts, eq(posts.id, storyLetters.postId))
    .where(and(eq(letters.number, number), isOut))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .limit(20);
  return rows.map(({ kind, at, ...row }) => ({ ...row, kind: kind as StoryKind, at: at! }));
}
