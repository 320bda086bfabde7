import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { isTold } from "./timeline.ts";

/** When the newest step was taken that everybody may see, by number: of letters whose text is public, and of no other. */
export async function readLastSteps(db: Db, numbers: readonly string[]): Promise<Map<string, Date>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({
      number: letters.number,
      what: events.what,
      counts: events.counts,
      public: events.public,
      hiddenAt: eventWords.hiddenAt,
      at: events.at,
    })
    .from(letters)
    .innerJoin(events, eq(events.subject, sql`'letter:' || ${letters.id}`))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(inArray(letters.number, [...numbers]), lettersFor(nobody, "letter.read")));
  const last = new Map<string, Date>();
  for (const { number, at, ...event } of rows) {
    if (isTold(event, "everybody") && at > (last.get(number) ?? new Date(0))) last.set(number, at);
  }
  return last;
}
