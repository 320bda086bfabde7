import { asc, isNull, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answerDays, cursors, events, figures, letterFacts } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { takeFacts } from "#domain/statistics/take-facts.ts";

const batch = 7;

/** Hands the figures every event so far, a few at a time, as the relay would. */
export async function countedUpToNow(db: Db): Promise<void> {
  await db
    .update(events)
    .set({ position: sql`${events.id}` })
    .where(isNull(events.position));
  const all = (await db.select().from(events).orderBy(asc(events.position))) as StampedEvent[];
  for (let from = 0; from < all.length; from += batch) await takeFacts(db, all.slice(from, from + batch));
  await db
    .update(events)
    .set({ position: sql`${events.id}` })
    .where(isNull(events.position));
  const [{ last } = { last: 0 }] = await db.select({ last: max(events.position) }).from(events);
  const cursor = { consumer: "statistics", position: last ?? 0 };
  await db.insert(cursors).values(cursor).onConflictDoUpdate({ target: cursors.consumer, set: cursor });
}

/** All that is stored, in an order of its own; a sum over nothing is none. */
export async function storedFigures(db: Db) {
  const [facts, sums, days] = [
    await db.select().from(letterFacts).orderBy(asc(letterFacts.letterId)),
    await db.select().from(figures).where(sql`${figures.received} <> 0`),
    await db.select().from(answerDays).where(sql`${answerDays.letters} <> 0`),
  ];
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  return { facts, sums: sorted(sums), days: sorted(days) };
}
