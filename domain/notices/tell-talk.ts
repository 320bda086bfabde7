import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { comments, people } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { tell } from "./tell.ts";

const answers = new Set(["comment.write", "comment.reply"]);
const answered = alias(comments, "answered");

/**
 * For the relay: whoever said something is told that somebody answered it, an official or anybody else. Not of one's own
 * answers, nor the accounts of old papers.
 */
export async function tellTalk(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    if (!answers.has(event.what) || event.counts.parent == null) continue;
    const heard = await readAnswered(db, Number(event.subject.replace("comment:", "")));
    if (!heard || heard.authorId === event.personId || heard.historical) continue;
    const telling = {
      eventId: event.id,
      at: event.at,
      commentId: heard.commentId,
      what: heard.official ? "talk.official" : "talk.reply",
      kind: "talk",
      about: `comment:${heard.answeredId}`,
    } as const;
    const now = await readNow(db);
    await transact(db, (tx) => tell(tx, telling, [heard.authorId], now));
  }
}

/** What an answer answers, and whose it is. */
async function readAnswered(db: Db, commentId: number) {
  const [row] = await db
    .select({
      commentId: comments.id,
      official: sql<boolean>`${comments.officeId} is not null or ${comments.leaderId} is not null`,
      answeredId: answered.id,
      authorId: answered.authorId,
      historical: people.historical,
    })
    .from(comments)
    .innerJoin(answered, sql`${answered.id} = coalesce(${comments.replyToId}, ${comments.parentId})`)
    .innerJoin(people, eq(people.id, answered.authorId))
    .where(eq(comments.id, commentId));
  return row ?? null;
}
