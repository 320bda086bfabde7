import { and, asc, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { owedQuestions, posts, sessions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { capacityOn } from "#domain/posts/post.ts";
import { isOut } from "#domain/posts/shown.ts";
import { Refusal } from "#domain/refusal.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { graceMinutes, type sessionChoice } from "./input.ts";
import { lockLed, sessionTopics } from "./session.ts";

/**
 * Ends a session, and with it fixes the debt list: what enough people asked and nobody answered. The list stands in the
 * same transaction, so that it is neither forgotten nor made twice; `settleOwed` makes a letter of each. Ended already,
 * for instance by the first of two clicks, it stays as it is.
 */
export async function endSession(
  db: Db,
  actor: Actor,
  { postId }: z.output<typeof sessionChoice>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const session = await lockLed(tx, actor, postId);
    if (session.post.endedAt) return;
    if (!session.startedAt) throw new Refusal("sessions.notBegun");
    // Who voted before the end is counted before the end.
    await sumVotes(tx, now, true);
    const { "session.debt": debtFrom } = await readPolicies(tx, now.today);
    const owed = await oweUnanswered(tx, postId, debtFrom);
    const counts = await countQuestions(tx, postId);
    await tx.update(posts).set({ endedAt: now.at }).where(eq(posts.id, postId));
    await tx
      .update(sessions)
      .set({ debtFrom, ...counts, answeringId: null })
      .where(eq(sessions.postId, postId));
    await record(tx, {
      what: "session.end",
      topics: sessionTopics(session),
      actor,
      as: capacityOn(actor, session.post.stream),
      subject: `post:${postId}`,
      counts: { post: postId, ...counts, owed },
      public: true,
      at: now.at,
    });
  });
}

/** A citizen's question on the first level, `c`, that is still to be seen; and that an official has answered it. */
const question = (postId: number) =>
  sql`c.post_id = ${postId} and c.parent_id is null and c.office_id is null and c.hidden_at is null`;
const isAnswered = sql`exists (select 1 from comments r
  where r.parent_id = c.id and r.office_id is not null and r.hidden_at is null)`;

/** What became an accusation is no public matter any more: it is on no list. */
async function oweUnanswered(tx: Tx, postId: number, debtFrom: number): Promise<number> {
  const owed = await tx.execute(sql`
    insert into ${owedQuestions} (post_id, comment_id, votes)
    select c.post_id, c.id, c.up from comments c
    where ${question(postId)} and c.up >= ${debtFrom} and not ${isAnswered}
      and not exists (select 1 from letters l where l.comment_id = c.id and l.kind = 'accusation' and l.state <> 'withdrawn')
    order by c.up desc, c.id
    on conflict do nothing returning id`);
  return owed.length;
}

async function countQuestions(tx: Tx, postId: number): Promise<{ asked: number; answered: number }> {
  const [counts] = await tx.execute<{ asked: number; answered: number }>(sql`
    select count(*)::int as asked, (count(*) filter (where ${isAnswered}))::int as answered
    from comments c where ${question(postId)}`);
  return counts!;
}

/** The timetable: ends what has gone on for half an hour beyond the announced end. Says how many. */
export async function endOverdue(db: Db, now: Now): Promise<number> {
  const until = new Date(now.at.getTime() - graceMinutes * 60_000);
  const due = await db
    .select({ postId: sessions.postId })
    .from(sessions)
    .innerJoin(posts, eq(posts.id, sessions.postId))
    .where(and(isOut, isNull(posts.endedAt), isNotNull(sessions.startedAt), lte(sessions.endsAt, until)))
    .orderBy(asc(sessions.endsAt))
    .limit(100);
  for (const { postId } of due) await endSession(db, clock, { postId }, now);
  return due.length;
}
