import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";

/** Any number that nobody else takes an advisory lock on. */
const relayLock = 7_201_001;
const batch = 1000;

export interface Stamping {
  stamped: number;
  /** Committed events are left: more than a batch, or held back by an older transaction that is still open. */
  waiting: boolean;
}

/**
 * Gives the committed events their positions, densely and in commit order. One relay at a time, by a lock that ends with
 * the transaction: a relay that is killed, or loses its connection, holds up nobody and leaves no half of a batch.
 */
export async function stampEvents(db: Db): Promise<Stamping> {
  if (!(await isWaiting(db))) return { stamped: 0, waiting: false };
  const stamped = await transact(db, async (tx) => {
    // A statement of its own: the next one must see what the relay before us has committed.
    const [lock] = await tx.execute(sql`select pg_try_advisory_xact_lock(${relayLock}) as mine`);
    return lock?.mine ? stampBatch(tx) : 0;
  });
  return { stamped, waiting: stamped === batch || (await isWaiting(db)) };
}

async function isWaiting(db: Db): Promise<boolean> {
  const [row] = await db.execute(sql`select exists (select from events where position is null) as waiting`);
  return row?.waiting === true;
}

/**
 * Below the oldest open transaction nothing can be committed any more, so that the order (txid, id) is final there.
 * A plain "id greater than the last" would lose the rows of whoever commits late.
 */
async function stampBatch(tx: Db): Promise<number> {
  const rows = await tx.execute(sql`
    with ready as (
      select id, row_number() over (order by txid, id) as n from events
      where position is null and txid < pg_snapshot_xmin(pg_current_snapshot())
      order by txid, id limit ${batch}
    ), before as (select coalesce(max(position), 0) as last from events)
    update events set position = before.last + ready.n from ready, before where events.id = ready.id
    returning events.id`);
  return rows.length;
}
