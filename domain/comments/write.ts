import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, leaders, offices, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { commentInput } from "./input.ts";
import { wordingOf } from "./wording.ts";

type NewComment = z.output<typeof commentInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
  demo?: boolean;
};

export interface Written {
  id: number;
  postId: number;
  parentId: number | null;
  eventId: number;
}

/**
 * Writes a comment: a citizen in their own name, an official under a plate. Two levels are kept; an answer to an answer
 * stands beside it and names whom it answers. The same words by the same person within ten minutes are refused.
 */
export async function writeComment(db: Db, actor: Actor, input: NewComment, now: Now): Promise<Written> {
  return transact(db, async (tx) => {
    const plate = await plateFor(tx, actor, input);
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    const body = wordingOf(input.body);
    const place = await placeFor(tx, input);
    await refuseRepeat(tx, actor.id, input.postId, body, now);

    const [comment] = await tx
      .insert(comments)
      .values({
        postId: input.postId,
        parentId: place.parentId,
        replyToId: place.replyToId,
        authorId: actor.id,
        leaderId: plate?.leaderId ?? null,
        officeId: plate?.officeId ?? null,
        voice: plate && (plate.leaderId === null ? "office" : "self"),
        prompt: place.prompt,
        body,
        createdAt: now.at,
        approx: input.approx ?? false,
        demo: input.demo ?? false,
      })
      .returning({ id: comments.id });
    const id = comment!.id;
    const eventId = await record(tx, {
      what: plate ? "comment.reply" : "comment.write",
      topics: [`post:${input.postId}`],
      actor,
      as: capacityOf(plate),
      subject: `comment:${id}`,
      counts: { post: input.postId, comment: id, parent: place.parentId },
      words: body,
      public: true,
      at: now.at,
      approx: input.approx ?? false,
    });
    await count(tx, input.postId, place.parentId);
    return { id, postId: input.postId, parentId: place.parentId, eventId };
  });
}

/** Last in the transaction, so that those who talk on one post wait for each other as briefly as can be. */
async function count(tx: Tx, postId: number, parentId: number | null): Promise<void> {
  if (parentId !== null) {
    await tx.execute(sql`update comments set reply_count = reply_count + 1 where id = ${parentId}`);
  }
  await tx.execute(sql`update posts set comment_count = comment_count + 1 where id = ${postId}`);
}

async function plateFor(tx: Tx, actor: Actor, input: NewComment): Promise<Plate | null> {
  if (!input.leaderId && !input.officeId) {
    authorize(actor, "comment.write");
    return null;
  }
  const plate = input.leaderId
    ? await plateOfLeader(tx, input.leaderId)
    : { leaderId: null, officeId: input.officeId ?? null };
  authorize(actor, "comment.reply-officially", plate);
  return plate;
}

async function plateOfLeader(tx: Tx, leaderId: number): Promise<Plate> {
  const [leader] = await tx
    .select({ leaderId: leaders.id, officeId: offices.id })
    .from(leaders)
    .innerJoin(offices, eq(offices.id, leaders.officeId))
    .where(and(eq(leaders.id, leaderId), isNull(leaders.closedAt)));
  return leader ?? { leaderId, officeId: null };
}

const capacityOf = (plate: Plate | null): Capacity =>
  plate ? { role: plate.leaderId === null ? "operator" : "leader", ...plate } : { role: "citizen" };

const answered = alias(comments, "answered");

/** Where a comment stands: on a post that is out, under a comment of the same post that is not hidden. */
async function placeFor(tx: Tx, { postId, replyTo, prompt }: NewComment) {
  const [post] = await tx
    .select({
      state: posts.state,
      hiddenAt: posts.hiddenAt,
      prompts: sql<number>`cardinality(${posts.prompts})`,
      answeredId: answered.id,
      answeredParentId: answered.parentId,
      answeredHiddenAt: answered.hiddenAt,
    })
    .from(posts)
    .leftJoin(answered, and(eq(answered.postId, posts.id), eq(answered.id, replyTo ?? -1)))
    .where(eq(posts.id, postId));
  if (post?.state !== "published") throw new Refusal("posts.missing");
  if (post.hiddenAt) throw new Refusal("comments.postHidden");
  if (prompt !== undefined && prompt >= post.prompts) throw new Refusal("comments.noSuchPrompt");
  if (replyTo === undefined) return { parentId: null, replyToId: null, prompt: prompt ?? null };
  if (!post.answeredId) throw new Refusal("comments.missing");
  if (post.answeredHiddenAt) throw new Refusal("comments.answeredHidden");
  return post.answeredParentId === null
    ? { parentId: replyTo, replyToId: null, prompt: null }
    : { parentId: post.answeredParentId, replyToId: replyTo, prompt: null };
}

const repeatMinutes = 10;

async function refuseRepeat(tx: Tx, personId: number, postId: number, body: string, now: Now): Promise<void> {
  const [same] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.authorId, personId),
        gt(comments.createdAt, new Date(now.at.getTime() - repeatMinutes * 60_000)),
        eq(comments.postId, postId),
        eq(comments.body, body),
      ),
    )
    .limit(1);
  if (same) throw new Refusal("comments.repeated", { comment: same.id });
}
