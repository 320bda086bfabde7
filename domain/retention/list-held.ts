import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, letters } from "#db/schema/index.ts";

export interface HeldLetter {
  id: number;
  number: string;
  state: (typeof letters.$inferSelect)["state"];
  /** Null: it was on hold when it came in. */
  since: Date | null;
  reason: string | null;
}

const pageLength = 30;

/** The letters that are kept beyond their time, the newest first, each with its reason. */
export async function listHeld(db: Db, after: number | null): Promise<{ held: HeldLetter[]; next: number | null }> {
  const newest = sql`(select max(e.id) from ${events} e where e.subject = 'letter:' || ${letters.id} and e.what = 'letter.hold')`;
  const rows = await db
    .select({ id: letters.id, number: letters.number, state: letters.state, since: events.at, reason: eventWords.text })
    .from(letters)
    .leftJoin(events, eq(events.id, newest))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(
      and(
        eq(letters.retentionHold, true),
        ne(letters.kind, "accusation"),
        after === null ? undefined : lt(letters.id, after),
      ),
    )
    .orderBy(desc(letters.id))
    .limit(pageLength + 1);
  const held = rows.slice(0, pageLength);
  return { held, next: rows.length > pageLength ? held.at(-1)!.id : null };
}
