import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clockOffset } from "#db/schema/calendar.ts";

/** Lets the journeys reach a due date. Adds up; read only with GONGPU_TEST_CLOCK=1. */
export async function moveClock(db: Db, millis: number): Promise<void> {
  await db
    .insert(clockOffset)
    .values({ id: 1, millis })
    .onConflictDoUpdate({ target: clockOffset.id, set: { millis: sql`${clockOffset.millis} + ${millis}` } });
}
