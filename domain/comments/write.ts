import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, leaders, offices, posts, regions, uncountedComments, wordRules } from "#db/schema/index.ts";
import { prepared, type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { settleByReply } from "#domain/owed-answers/settle-answer.ts";
import { Refusal } from "#domain/refusal.ts";
import { heedWords } from "#domain/words/heed.ts";
import type { WordRule } from "#domain/words/match.ts";
import type { commentInput } from "./input.ts";
import { wordingOf } from "./wording.ts";

type NewComment = Omit<z.output<typeof commentInput>, "anyway"> & {
  /** Left out where there is nobody to be asked: a seed, an older mailbox. */
  anyway?: boolean;
  /** The record does not say the exact hour. */
  approx?: boolean;
  demo?: boolean;
};

export interface Written {
  id: number;
  postId: number;
  parentId: number | null;
  /** On a live session, whose questions have a page of their own. */
  inSession: boolean;
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
    const { post, ...place } = await placeFor(tx, actor.id, { ...input, body }, now);
    if (!plate) heedPace(post, now);
    const attention = !plate && heedWords(post.rules, body, input.anyway ?? null).marked ? 1 : 0;

    const [comment] = await prepared(tx, insertComment).execute({
      postId: input.postId,
      ...place,
      authorId: actor.id,
      leaderId: plate?.leaderId ?? null,
      officeId: plate?.officeId ?? null,
      voice: plate && (plate.leaderId === null ? "office" : "self"),
      body,
      attention,
      createdAt: now.at,
      approx: input.approx ?? false,
      demo: input.demo ?? false,
    });
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
    if (plate && place.parentId !== null && place.replyToId === null) {
      await settleByReply(tx, { ...plate, commentId: place.parentId }, eventId, now);
    }
    return { id, postId: input.postId, parentId: place.parentId, inSession: post.isSession, eventId };
  });
}

const { placeholder } = sql;

/** Nobody's count is touched here: on one post any number of people write at once. `countComments` adds up. */
const insertComment = (db: Db) => {
  const written = db.$with("written").as(
    db
      .insert(comments)
      .values({
        postId: placeholder("postId"),
        parentId: placeholder("parentId"),
        replyToId: placeholder("replyToId"),
        authorId: placeholder("authorId"),
        leaderId: placeholder("leaderId"),
        officeId: placeholder("officeId"),
        voice: placeholder("voice"),
        prompt: placeholder("prompt"),
        body: placeholder("body"),
        attention: placeholder("attention"),
        createdAt: placeholder("createdAt"),
        approx: placeholder("approx"),
        demo: placeholder("demo"),
      })
      .returning({ id: comments.id, postId: comments.postId, parentId: comments.parentId }),
  );
  return db
    .with(written)
    .insert(uncountedComments)
    .select(sql`select ${written.id}, ${written.postId}, ${written.parentId} from ${written}`)
    .returning({ id: uncountedComments.commentId })
    .prepare("insert_comment");
};

async function plateFor(tx: Tx, actor: Actor, input: NewComment): Promise<Plate | null> {
  if (!input.leaderId && !input.officeId) {
    if (isPerson(actor) && actor.staff) throw new Refusal("comments.notForDesks");
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

const repeatMinutes = 10;

/** Where a comment stands: on a post that is out, under a comment of the same post that is not hidden. */
async function placeFor(tx: Tx, personId: number, { postId, replyTo, prompt, body }: NewComment, now: Now) {
  const since = new Date(now.at.getTime() - repeatMinutes * 60_000).toISOString();
  const [post] = await prepared(tx, findPlace).execute({ postId, replyTo: replyTo ?? null, personId, since, body });
  if (post?.state !== "published") throw new Refusal("posts.missing");
  if (post.hiddenAt) throw new Refusal("comments.postHidden");
  if (post.isSession && post.endedAt && replyTo === undefined) throw new Refusal("sessions.notAskedAnyMore");
  if (prompt !== undefined && prompt >= post.prompts) throw new Refusal("comments.noSuchPrompt");
  if (post.same !== null) throw new Refusal("comments.repeated", { comment: post.same });
  if (replyTo === undefined) return { post, parentId: null, replyToId: null, prompt: prompt ?? null };
  if (!post.answeredId) throw new Refusal("comments.missing");
  if (post.answeredHiddenAt) throw new Refusal("comments.answeredHidden");
  return post.answeredParentId === null
    ? { post, parentId: replyTo, replyToId: null, prompt: null }
    : { post, parentId: post.answeredParentId, replyToId: replyTo, prompt: null };
}

/** 慢速模式: so long after one's last comment on the post the next one may come. */
function heedPace({ slowSeconds, lastSaid }: { slowSeconds: number | null; lastSaid: number | null }, now: Now): void {
  if (slowSeconds === null || lastSaid === null) return;
  const at = lastSaid + slowSeconds * 1_000;
  if (now.at.getTime() < at) throw new Refusal("comments.slow", { minutes: Math.ceil(slowSeconds / 60), at });
}

const findPlace = (db: Db) =>
  db
    .select({
      state: posts.state,
      hiddenAt: posts.hiddenAt,
      isSession: sql<boolean>`${posts.kind} = 'session'`,
      endedAt: posts.endedAt,
      prompts: sql<number>`cardinality(${posts.prompts})`,
      same: sql<number | null>`(select s.id::float8 from ${comments} s where s.author_id = ${placeholder("personId")}
        and s.created_at > ${placeholder("since")} and s.post_id = ${posts.id} and s.body = ${placeholder("body")} limit 1)`,
      slowSeconds: posts.slowSeconds,
      lastSaid: sql<number | null>`case when ${posts.slowSeconds} is not null then (
        select (extract(epoch from max(l.created_at)) * 1000)::float8 from ${comments} l
        where l.author_id = ${placeholder("personId")} and l.post_id = ${posts.id}) end`,
      // Few rules or none: the partial index is read first, and the post's region only for them.
      rules: sql<WordRule[]>`coalesce((select json_agg(json_build_object('words', w.words, 'effect', w.effect))
        from ${wordRules} w join ${offices} o on o.id = ${posts.officeId} join ${regions} r on r.id = o.region_id
        where w.started_at is not null and w.ended_at is null and w.region_id = any(r.lineage)), '[]')`,
      answeredId: answered.id,
      answeredParentId: answered.parentId,
      answeredHiddenAt: answered.hiddenAt,
    })
    .from(posts)
    .leftJoin(answered, and(eq(answered.postId, posts.id), eq(answered.id, placeholder("replyTo"))))
    .where(eq(posts.id, placeholder("postId")))
    .prepare("find_place");
