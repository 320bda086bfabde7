import { and, eq, exists, gte, inArray, isNull, ne, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { comments, letters, owedAnswers, type PostKind, posts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { oweAnswer } from "./owe-answer.ts";
import { isAnswerBy } from "./settle-answer.ts";

/** Under an appeal officials are asked for other things, and a session has a list of the unanswered of its own. */
const without: PostKind[] = ["appeal", "session"];

const reply = alias(comments, "reply");

/**
 * Of these comments, whose votes have just been counted, those that enough people support begin to owe an answer by whoever
 * owns the stream (policy "comment.owes"). Replies and official words owe nothing, hidden ones neither, and what has been
 * answered or has become a letter owes nothing more. An accusation is no letter here: nobody learns that there is one, so
 * that its comment is answered like any other.
 */
export async function oweSupported(tx: Tx, commentIds: number[], now: Now): Promise<void> {
  if (commentIds.length === 0) return;
  const policies = await readPolicies(tx, now.today);
  const rows = await tx
    .select({
      commentId: comments.id,
      postId: comments.postId,
      leaderId: posts.leaderId,
      officeId: posts.officeId,
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        // A batch may move ten thousand comments: one parameter, not so many.
        sql`${comments.id} = any(${sql.param(commentIds)}::bigint[])`,
        gte(comments.up, policies["comment.owes"]),
        isNull(comments.parentId),
        isNull(comments.officeId),
        isNull(comments.hiddenAt),
        isNull(posts.hiddenAt),
        not(inArray(posts.kind, without)),
        not(exists(tx.select({ id: owedAnswers.id }).from(owedAnswers).where(eq(owedAnswers.commentId, comments.id)))),
        not(exists(tx.select({ id: reply.id }).from(reply).where(isAnswered))),
        not(exists(tx.select({ id: letters.id }).from(letters).where(isLetter))),
      ),
    )
    .orderBy(comments.id);
  for (const debt of rows) await oweAnswer(tx, { what: "comment", ...debt }, now);
}

const isAnswered = and(
  eq(reply.parentId, comments.id),
  isNull(reply.replyToId),
  isNull(reply.hiddenAt),
  isAnswerBy(
    { leaderId: reply.leaderId, officeId: reply.officeId },
    { leaderId: posts.leaderId, officeId: posts.officeId },
  ),
);

const isLetter = and(
  eq(letters.commentId, comments.id),
  ne(letters.kind, "accusation"),
  ne(letters.state, sql`'withdrawn'`),
);
