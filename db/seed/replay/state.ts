import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { cursors, regions } from "#db/schema/index.ts";

/** Stands among the cursors once the last day was played: a replay that was broken off is none. */
const mark = "replay";

export type ReplayState = "empty" | "done" | "other";

/** Whether a database is there to be played into, was played into, or holds something else. */
export async function stateOf(db: Db): Promise<ReplayState> {
  const done = await db.select().from(cursors).where(eq(cursors.consumer, mark));
  if (done.length > 0) return "done";
  return (await db.$count(regions)) === 0 ? "empty" : "other";
}

/** The replay is whole, up to this position. Who would tell people of it has nothing to tell: their cursors stand at its end. */
export async function markDone(db: Db, position: number, outward: readonly string[]): Promise<void> {
  const rows = [mark, ...outward].map((consumer) => ({ consumer, position }));
  for (const row of rows) {
    await db.insert(cursors).values(row).onConflictDoUpdate({ target: cursors.consumer, set: { position } });
  }
}
