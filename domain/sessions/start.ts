import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts, sessions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityOn } from "#domain/posts/post.ts";
import { isOut } from "#domain/posts/shown.ts";
import { Refusal } from "#domain/refusal.ts";
import { earlyMinutes, type sessionChoice } from "./input.ts";
import { lockLed, sessionTopics } from "./session.ts";

/**
 * The hosts begin to answer. Half an hour early at most: people were told an hour. Begun already, for instance by the
 * first of two clicks, it stays as it is.
 */
export async function startSession(
  db: Db,
  actor: Actor,
  { postId }: z.output<typeof sessionChoice>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const session = await lockLed(tx, actor, postId);
    if (session.post.endedAt) throw new Refusal("sessions.over");
    if (session.startedAt) return;
    const earliest = session.startsAt.getTime() - earlyMinutes * 60_000;
    if (now.at.getTime() < earliest) throw new Refusal("sessions.tooEarly", { minutes: earlyMinutes });
    await tx.update(sessions).set({ startedAt: now.at }).where(eq(sessions.postId, postId));
    await record(tx, {
      what: "session.start",
      topics: sessionTopics(session),
      actor,
      as: capacityOn(actor, session.post.stream),
      subject: `post:${postId}`,
      counts: { post: postId },
      public: true,
      at: now.at,
    });
  });
}

/** The timetable: begins what was announced for now. Says how many. */
export async function startDue(db: Db, now: Now): Promise<number> {
  const due = await db
    .select({ postId: sessions.postId })
    .from(sessions)
    .innerJoin(posts, eq(posts.id, sessions.postId))
    .where(and(isOut, isNull(posts.endedAt), isNull(sessions.startedAt), lte(sessions.startsAt, now.at)))
    .orderBy(asc(sessions.startsAt))
    .limit(100);
  for (const { postId } of due) await startSession(db, clock, { postId }, now);
  return due.length;
}
