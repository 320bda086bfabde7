import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cursors } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readEventsAfter, type StampedEvent } from "#domain/events/stamped.ts";
import type { Pace } from "../rounds.ts";

/** Somebody who must get every event once: the cursor moves in the same transaction as what they write. */
export interface Consumer {
  name: string;
  take(db: Db, events: StampedEvent[]): Promise<void>;
  /** How many at once, and how often: for who would rather have more of them less often. */
  batch?: number;
  pace?: Pace;
}

/**
 * Hands the consumer its next events; answers whether more are waiting. The lock on the cursor's row lets one process at
 * a time do so; another one leaves it to them.
 */
export async function consume(db: Db, { name, take, batch = 200 }: Consumer): Promise<boolean> {
  return transact(db, async (tx) => {
    const [cursor] = await tx
      .select()
      .from(cursors)
      .where(eq(cursors.consumer, name))
      .for("update", { skipLocked: true });
    if (!cursor) {
      // Either another process holds it, or it is new: then the next round finds it.
      const made = await tx.insert(cursors).values({ consumer: name, position: 0 }).onConflictDoNothing().returning();
      return made.length > 0;
    }
    const events = await readEventsAfter(tx, cursor.position, batch);
    if (events.length === 0) return false;
    await take(tx, events);
    await tx
      .update(cursors)
      .set({ position: events.at(-1)!.position })
      .where(eq(cursors.consumer, name));
    return events.length === batch;
  });
}
