import { asc, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";

/** An event with its place in the one order that everybody speaks of. Positions begin at 1 and leave no gap. */
export type StampedEvent = typeof events.$inferSelect & { position: number };

/** The stamped events after a position, in order. */
export async function readEventsAfter(db: Db, position: number, limit: number): Promise<StampedEvent[]> {
  return (await prepared(db, eventsAfter).execute({ position, limit })) as StampedEvent[];
}

/** The last position given; 0 before the first. */
export async function lastPosition(db: Db): Promise<number> {
  const [row] = await db.select({ last: sql<number>`coalesce(max(${events.position}), 0)::float8` }).from(events);
  return row!.last;
}

/**
 * The id of the newest event that can be seen. A writer puts it into the address it sends the browser to (`?since=`):
 * a page that knows every event up to there shows the writing. A position would be later by the relay's round.
 */
export async function lastEventId(db: Db): Promise<number> {
  const [row] = await db.select({ last: sql<number>`coalesce(max(${events.id}), 0)::float8` }).from(events);
  return row!.last;
}

/** Is every event that could be seen up to this id stamped? */
export async function isStampedUpTo(db: Db, id: number): Promise<boolean> {
  const [row] = await db
    .select({ waiting: sql<boolean>`exists (select from events where position is null and id <= ${id})` })
    .from(sql`(values (1)) as one`);
  return !row!.waiting;
}

const eventsAfter = (db: Db) =>
  db
    .select()
    .from(events)
    .where(gt(events.position, sql.placeholder("position")))
    .orderBy(asc(events.position))
    .limit(sql.placeholder("limit"))
    .prepare("events_after");
