import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import { comments, type FlagOutcome, flags } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";

/**
 * A moderator has decided on what was reported, or decided otherwise than before: each reporter hears what became of it,
 * however their account stands. `eventId` is the decision, which says who decided.
 */
export async function settleFlags(
  tx: Tx,
  subject: string,
  outcome: FlagOutcome,
  eventId: number,
  now: Now,
): Promise<void> {
  const settled = await tx
    .update(flags)
    .set({ outcome, settledAt: now.at, settledEventId: eventId })
    .where(and(eq(flags.subject, subject), or(isNull(flags.outcome), ne(flags.outcome, outcome))))
    .returning({ id: flags.id, personId: flags.personId, postId: flags.postId });
  await setAttention(tx, subject);
  for (const { id, personId, postId } of settled) {
    await record(tx, {
      what: "flag.settle",
      topics: [`person:${personId}`],
      actor: clock,
      as: { role: "clock" },
      subject: `flag:${id}`,
      counts: { outcome, post: postId },
      public: false,
      at: now.at,
    });
  }
}

/** The decision was taken back at once: what it settled waits again. */
export async function reopenFlags(tx: Tx, subject: string): Promise<void> {
  const last = sql`(select max(f.settled_event_id) from ${flags} f where f.subject = ${subject})`;
  await tx
    .update(flags)
    .set({ outcome: null, settledAt: null, settledEventId: null })
    .where(and(eq(flags.subject, subject), eq(flags.settledEventId, last)));
  await setAttention(tx, subject);
}

async function setAttention(tx: Tx, subject: string): Promise<void> {
  const [what, id] = subject.split(":");
  if (what !== "comment") return;
  const open = sql`(select count(*)::smallint from ${flags} f
    where f.subject = ${subject} and f.settled_at is null and f.established)`;
  await tx
    .update(comments)
    .set({ attention: open })
    .where(eq(comments.id, Number(id)));
}
