import { sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";

const lock = 0x636f756e; // "coun"

/**
 * Those who add up counts take turns, so that no two of them lock the same rows in different order. False: not now. Who
 * has somebody waiting for the sum waits for their turn instead.
 */
export async function alone(tx: Tx, waits = false): Promise<boolean> {
  if (waits) await tx.execute(sql`select pg_advisory_xact_lock(${lock})`);
  const [turn] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as mine`);
  return turn!.mine;
}
