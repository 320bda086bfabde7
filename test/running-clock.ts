import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type ClockName, clocks } from "#db/schema/index.ts";
import type { Working } from "#domain/calendar/working.ts";

/** The clock of this name that runs for the letter, with the day on which it is due; undefined when none runs. */
export async function runningClock(db: Db, letter: { id: number }, what: ClockName) {
  const [clock] = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.letterId, letter.id), eq(clocks.what, what), isNull(clocks.stoppedAt)));
  return clock && { ...clock, dueOn: (clock.working as Working).dueOn };
}
