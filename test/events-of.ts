import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords } from "#db/schema/index.ts";

/** Everything recorded about a letter, the oldest first, with its words. */
export async function eventsOf(db: Db, letter: { id: number }) {
  const rows = await db
    .select()
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(eq(events.subject, `letter:${letter.id}`))
    .orderBy(asc(events.id));
  return rows.map((row) => ({
    ...row.events,
    words: row.event_words?.text ?? null,
    wordsHiddenAt: row.event_words?.hiddenAt ?? null,
  }));
}
