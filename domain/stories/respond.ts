import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { leaders, storyOffices } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Written, writeComment } from "#domain/comments/write.ts";
import { settleAnswer } from "#domain/owed-answers/settle-answer.ts";
import { lockPublished } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";
import type { respondInput } from "./input.ts";

type Response = z.output<typeof respondInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
  demo?: boolean;
};

/**
 * The named office answers an exposure in public, once: under its plate or that of one of its leaders, as an official reply
 * that stands on the story too. With it the office's light goes out.
 */
export async function respondToStory(db: Db, actor: Actor, input: Response, now: Now): Promise<Written> {
  return transact(db, async (tx) => {
    const { postId, officeId, leaderId, ...said } = input;
    const post = await lockPublished(tx, postId);
    if (post.kind !== "exposure") throw new Refusal("stories.nothingOwed");
    await lockNamed(tx, postId, officeId);
    if (leaderId) await refuseForeignLeader(tx, officeId, leaderId);
    const plate = leaderId ? { leaderId } : { officeId };
    const written = await writeComment(tx, actor, { postId, ...plate, ...said }, now);
    await tx.update(storyOffices).set({ responseId: written.id }).where(isNamed(postId, officeId));
    await settleAnswer(tx, { postId, officeId }, written.eventId, now);
    return written;
  });
}

const isNamed = (postId: number, officeId: number) =>
  and(eq(storyOffices.postId, postId), eq(storyOffices.officeId, officeId));

async function lockNamed(tx: Tx, postId: number, officeId: number): Promise<void> {
  const [named] = await tx.select().from(storyOffices).where(isNamed(postId, officeId)).for("update");
  if (!named) throw new Refusal("stories.notNamed");
  if (named.responseId !== null) throw new Refusal("stories.alreadyResponded");
}

async function refuseForeignLeader(tx: Tx, officeId: number, leaderId: number): Promise<void> {
  const own = await tx.$count(
    leaders,
    and(eq(leaders.id, leaderId), eq(leaders.officeId, officeId), isNull(leaders.closedAt)),
  );
  if (own === 0) throw new Refusal("stories.notNamed");
}
