import { and, asc, eq, gte, inArray, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, concernMembers, letters } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { gathers, writer } from "./counted.ts";
import { type Counted, historyFrom, recentFrom } from "./surge.ts";

/** A letter or comment that gathered, for whoever is warned. */
export interface Member {
  concernId: number;
  at: Date;
  on: CivilDate;
  /** Only told apart, never named. */
  writer: number;
  letter: { number: string; title: string; published: boolean } | null;
  comment: { id: number; postId: number; body: string } | null;
}

/**
 * What gathered in these concerns as far as this person may read it, the oldest first: whatever they may not read neither
 * shows nor counts for them.
 */
export async function readMembers(db: Db, actor: Actor, concernIds: number[], now: Now): Promise<Member[]> {
  if (concernIds.length === 0) return [];
  const readable = or(lettersFor(actor, "letter.read"), lettersFor(actor, "letter.read-original"));
  const rows = await db
    .select({
      concernId: concernMembers.concernId,
      at: concernMembers.at,
      writer,
      letter: {
        number: letters.number,
        title: letters.title,
        publicTitle: letters.publicTitle,
        publishedAt: letters.publishedAt,
      },
      comment: { id: comments.id, postId: comments.postId, body: comments.body },
    })
    .from(concernMembers)
    .leftJoin(letters, and(eq(letters.id, concernMembers.letterId), gathers.letter, readable))
    .leftJoin(comments, and(eq(comments.id, concernMembers.commentId), gathers.comment))
    .where(and(inArray(concernMembers.concernId, concernIds), gte(concernMembers.at, historyFrom(now.today))))
    .orderBy(asc(concernMembers.at), asc(concernMembers.id));
  return rows
    .filter(({ letter, comment }) => letter !== null || comment !== null)
    .map(({ letter, ...row }) => ({
      ...row,
      on: civilDateOf(row.at),
      letter: letter && {
        number: letter.number,
        title: letter.publicTitle ?? letter.title,
        published: letter.publishedAt !== null,
      },
    }));
}

/** How many there are of late, by how many people, and how many there were in the weeks before. */
export function countMembers(members: readonly Member[], { today }: Now): Counted {
  const from = recentFrom(today);
  const recent = members.filter(({ at }) => at >= from);
  return {
    recent: recent.length,
    authors: new Set(recent.map(({ writer: by }) => by)).size,
    before: members.length - recent.length,
  };
}
