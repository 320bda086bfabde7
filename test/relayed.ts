import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";

/** Everything recorded so far, as the relay hands it on. */
export async function relayed(db: Db): Promise<StampedEvent[]> {
  const rows = await db.select().from(events).orderBy(events.id);
  return rows.map((row, i) => ({ ...row, position: i + 1 }));
}
