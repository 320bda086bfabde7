import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Written, writeComment } from "#domain/comments/write.ts";
import { Refusal } from "#domain/refusal.ts";
import type { answerInput } from "./input.ts";
import { lockLed } from "./session.ts";

/**
 * A host answers a question, under the plate of the position or office. Before the session begins nobody is answered:
 * everybody was told the hour. After it, whoever comes late to a question still may.
 */
export async function answerQuestion(
  db: Db,
  actor: Actor,
  { postId, commentId, plate, body }: z.output<typeof answerInput>,
  now: Now,
): Promise<Written> {
  return transact(db, async (tx) => {
    const { startedAt } = await lockLed(tx, actor, postId);
    if (!startedAt) throw new Refusal("sessions.notAnsweredYet");
    const [question] = await tx
      .select({ parentId: comments.parentId })
      .from(comments)
      .where(eq(comments.id, commentId));
    if (question?.parentId !== null) throw new Refusal("comments.missing");
    const [kind, id] = plate.split(":");
    const under = kind === "leader" ? { leaderId: Number(id) } : { officeId: Number(id) };
    return writeComment(tx, actor, { postId, replyTo: commentId, ...under, body }, now);
  });
}
