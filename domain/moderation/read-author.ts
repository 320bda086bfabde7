import { and, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, letters, people } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readModerated } from "./read-queue.ts";

/** What a moderator sees of who wrote a comment: nothing that is not on the square, put together. */
export interface AuthorRecord {
  nickname: string;
  verified: boolean;
  since: Date;
  /** Counted up to a thousand. */
  comments: number;
  hidden: number;
  /** Letters that show the nickname; nameless ones, closed ones and accusations are absent. */
  letters: { number: string; title: string; state: string }[];
}

export async function readAuthorOf(db: Db, actor: Actor, commentId: number, now: Now): Promise<AuthorRecord> {
  const { authorId, stream } = await readModerated(db, actor, commentId, now);
  authorize(actor, "post.moderate", stream);
  const [[person], [said], open] = await Promise.all([
    db
      .select({ nickname: people.nickname, verifiedAt: people.verifiedAt, since: people.createdAt })
      .from(people)
      .where(eq(people.id, authorId)),
    db.execute<{ comments: number; hidden: number }>(sql`
      select count(*)::int as comments, count(c.hidden_at)::int as hidden
      from (select hidden_at from ${comments} where author_id = ${authorId} limit 1000) c`),
    db
      .select({ number: letters.number, title: letters.publicTitle, state: letters.state })
      .from(letters)
      .where(
        and(
          eq(letters.authorId, authorId),
          eq(letters.visibility, "nickname"),
          ne(letters.kind, "accusation"),
          isNotNull(letters.publishedAt),
          isNull(letters.hiddenAt),
        ),
      )
      .orderBy(desc(letters.id))
      .limit(5),
  ]);
  return {
    nickname: person!.nickname,
    verified: person!.verifiedAt !== null,
    since: person!.since,
    ...said!,
    letters: open.map(({ title, ...letter }) => ({ ...letter, title: title! })),
  };
}
