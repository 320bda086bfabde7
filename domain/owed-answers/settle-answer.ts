import { and, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { comments, owedAnswers } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import type { Now } from "#domain/calendar/now.ts";

/** What is settled: what is owed for a comment, or what one office owes for a story. */
export type Settled = { commentId: number } | { postId: number; officeId: number };

/**
 * The answer was given, or it became a letter: its clock stops, and the event of the caller's own step says why. Where
 * nothing is owed it does nothing.
 */
export async function settleAnswer(tx: Tx, settled: Settled, eventId: number, now: Now): Promise<void> {
  const which =
    "commentId" in settled
      ? eq(owedAnswers.commentId, settled.commentId)
      : and(
          eq(owedAnswers.what, "story"),
          eq(owedAnswers.postId, settled.postId),
          eq(owedAnswers.officeId, settled.officeId),
        );
  await stop(tx, which!, eventId, now);
}

/**
 * An official has answered a comment: that settles it when whoever owes the answer spoke, the office for its leader too.
 * Waits for votes on the comment that are being counted, so that what they begin to oblige to is settled as well.
 */
export async function settleByReply(
  tx: Tx,
  reply: Plate & { commentId: number },
  eventId: number,
  now: Now,
): Promise<void> {
  await tx.select({ id: comments.id }).from(comments).where(eq(comments.id, reply.commentId)).for("update");
  const { commentId, leaderId, officeId } = reply;
  const own = isAnswerBy({ leaderId: sql`${leaderId}::bigint`, officeId: sql`${officeId}::bigint` }, owedAnswers);
  await stop(tx, and(eq(owedAnswers.commentId, commentId), own)!, eventId, now);
}

type Side = { leaderId: SQLWrapper; officeId: SQLWrapper };

/** Spoken under the plate of the one who owes: the leader, the leader's office, or for an office any of its leaders. */
export const isAnswerBy = (spoken: Side, owner: Side): SQL =>
  sql`(${spoken.officeId} = ${owner.officeId}
    and (${spoken.leaderId} is null or ${owner.leaderId} is null or ${spoken.leaderId} = ${owner.leaderId}))`;

export async function stop(tx: Tx, which: SQL, eventId: number, now: Now): Promise<void> {
  await tx
    .update(owedAnswers)
    .set({ stoppedAt: now.at, stoppedEventId: eventId })
    .where(and(which, isNull(owedAnswers.stoppedAt)));
}
