import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, letters, posts } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

export type KeptKind = "post" | "comment" | "letter";

export interface Kept {
  /** post:7, comment:12, letter:HY-2026-00012. */
  what: string;
  kind: KeptKind;
  ofId: number;
}

const isOut = and(eq(posts.state, "published"), isNull(posts.hiddenAt));

/** The rows that these names stand for: those that everybody may read or know of, or any at all. */
export async function findKept(db: Db, names: readonly string[], which: "readable" | "any"): Promise<Kept[]> {
  const of = (kind: KeptKind) =>
    names.flatMap((name) => (name.startsWith(`${kind}:`) ? [name.slice(kind.length + 1)] : []));
  const readable = which === "readable";
  const [postIds, commentIds, numbers] = [of("post").map(Number), of("comment").map(Number), of("letter")];
  const [posted, commented, written] = await Promise.all([
    postIds.length === 0
      ? []
      : db
          .select({ id: posts.id })
          .from(posts)
          .where(and(inArray(posts.id, postIds), readable ? isOut : undefined)),
    commentIds.length === 0
      ? []
      : db
          .select({ id: comments.id })
          .from(comments)
          .innerJoin(posts, eq(posts.id, comments.postId))
          .where(and(inArray(comments.id, commentIds), readable ? and(isNull(comments.hiddenAt), isOut) : undefined)),
    numbers.length === 0
      ? []
      : db
          .select({ id: letters.id, number: letters.number })
          .from(letters)
          // An accusation is not there, whoever asks and whatever for.
          .where(and(inArray(letters.number, numbers), lettersFor(nobody, "letter.know"))),
  ]);
  return [
    ...posted.map(({ id }): Kept => ({ what: `post:${id}`, kind: "post", ofId: id })),
    ...commented.map(({ id }): Kept => ({ what: `comment:${id}`, kind: "comment", ofId: id })),
    ...written.map(({ id, number }): Kept => ({ what: `letter:${number}`, kind: "letter", ofId: id })),
  ];
}
