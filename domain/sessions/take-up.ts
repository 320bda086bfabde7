import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, sessions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityOn } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";
import type { takeUpInput } from "./input.ts";
import { lockLed } from "./session.ts";
import { stateOf } from "./session-state.ts";

/** 正在回答: shows everybody which question the hosts have taken up, one at a time; without a question, none. */
export async function takeUpQuestion(
  db: Db,
  actor: Actor,
  { postId, commentId }: z.output<typeof takeUpInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const { post, startedAt } = await lockLed(tx, actor, postId);
    if (stateOf({ startedAt, endedAt: post.endedAt }) !== "live") throw new Refusal("sessions.notLive");
    if (commentId !== undefined) await refuseOther(tx, postId, commentId);
    await tx
      .update(sessions)
      .set({ answeringId: commentId ?? null })
      .where(eq(sessions.postId, postId));
    await record(tx, {
      what: "session.takeUp",
      topics: [`post:${postId}`],
      actor,
      as: capacityOn(actor, post.stream),
      subject: `post:${postId}`,
      counts: { post: postId, ...(commentId !== undefined && { comment: commentId }) },
      public: true,
      at: now.at,
    });
  });
}

/** Only a question of this session, and one that can still be seen. */
async function refuseOther(tx: Tx, postId: number, commentId: number): Promise<void> {
  const [question] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.postId, postId),
        isNull(comments.parentId),
        isNull(comments.officeId),
        isNull(comments.hiddenAt),
      ),
    );
  if (!question) throw new Refusal("comments.missing");
}
