import { sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";

const lock = 0x636f756e; // "coun"

/** Those who add up counts take turns, so that no two of them lock the same rows in different order. False: not now. */
export async function alone(tx: Tx): Promise<boolean> {
  const [turn] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as mine`);
  return turn!.mine;
}
