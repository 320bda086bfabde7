import { and, eq, gte, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { comments, concernMembers, concerns, letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { clock as timetable } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { gathers, writer } from "./counted.ts";
import { historyFrom, leastAuthors, recentFrom, surgeOf } from "./surge.ts";

/** Which concerns surge now, and which do so no more. A surge that begins leaves a record, for no eyes but those warned. */
export async function weighConcerns(tx: Tx, now: Now): Promise<void> {
  const seen = sql`(${letters.id} is not null or ${comments.id} is not null)`;
  const recently = sql`${seen} and ${concernMembers.at} >= ${recentFrom(now.today).toISOString()}::timestamptz`;
  const count = (where: SQL) => sql<number>`count(*) filter (where ${where})::int`;
  const rows = await tx
    .select({
      id: concerns.id,
      surgedAt: concerns.surgedAt,
      recent: count(recently),
      before: count(sql`${seen} and not (${recently})`),
      authors: sql<number>`count(distinct ${writer}) filter (where ${recently})::int`,
    })
    .from(concerns)
    .leftJoin(
      concernMembers,
      and(eq(concernMembers.concernId, concerns.id), gte(concernMembers.at, historyFrom(now.today))),
    )
    .leftJoin(letters, and(eq(letters.id, concernMembers.letterId), gathers.letter))
    .leftJoin(comments, and(eq(comments.id, concernMembers.commentId), gathers.comment))
    .where(or(gte(concerns.lastAt, recentFrom(now.today)), isNotNull(concerns.surgedAt)))
    .groupBy(concerns.id)
    .having(sql`${concerns.surgedAt} is not null or ${count(recently)} >= ${leastAuthors}`)
    .orderBy(concerns.id);
  for (const { id, surgedAt, ...counted } of rows) {
    const { surges } = surgeOf(counted);
    if (surges === (surgedAt !== null)) continue;
    await tx
      .update(concerns)
      .set({ surgedAt: surges ? now.at : null })
      .where(eq(concerns.id, id));
    if (surges) await tell(tx, id, counted.recent, now);
  }
}

async function tell(tx: Tx, concernId: number, n: number, now: Now): Promise<void> {
  await record(tx, {
    what: "concern.surge",
    topics: ["warnings"],
    actor: timetable,
    as: { role: "clock" },
    subject: `concern:${concernId}`,
    counts: { n },
    public: false,
    at: now.at,
  });
}
