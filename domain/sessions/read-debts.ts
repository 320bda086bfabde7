import { and, asc, eq, gt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { owedQuestions } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ShownComment, showComments } from "#domain/comments/shown.ts";

export const debtsOnPage = 50;

/** A question that a session owed, with the votes it had then; its letter stands with the comment. */
export interface Debt {
  id: number;
  votes: number;
  question: ShownComment;
}

/** The debt list of a session that can be read (`readPost` says so), the most supported first, by keyset. */
export async function readDebts(
  db: Db,
  postId: number,
  after: number | undefined,
  now: Now,
): Promise<{ debts: Debt[]; next: number | null }> {
  const rows = await db
    .select({ id: owedQuestions.id, commentId: owedQuestions.commentId, votes: owedQuestions.votes })
    .from(owedQuestions)
    .where(and(eq(owedQuestions.postId, postId), after ? gt(owedQuestions.id, after) : undefined))
    .orderBy(asc(owedQuestions.id))
    .limit(debtsOnPage + 1);
  const kept = rows.slice(0, debtsOnPage);
  const shown = await showComments(
    db,
    kept.map(({ commentId }) => commentId),
    now,
  );
  return {
    // They come back in the order they were asked for, and none is ever deleted.
    debts: kept.map(({ id, votes }, place) => ({ id, votes, question: shown[place]! })),
    next: rows.length > kept.length ? kept.at(-1)!.id : null,
  };
}
