import { and, eq, isNull } from "drizzle-orm";
import { owedAnswers } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";

/** What is settled: what is owed for a comment, or what one office owes for a story. */
export type Settled = { commentId: number } | { postId: number; officeId: number };

/**
 * The answer was given, or it became a letter, or what it stood under was hidden: its clock stops, and the event of the
 * caller's own step says why. Where nothing is owed it does nothing.
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
  await tx
    .update(owedAnswers)
    .set({ stoppedAt: now.at, stoppedEventId: eventId })
    .where(and(which, isNull(owedAnswers.stoppedAt)));
}
