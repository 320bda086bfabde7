import { sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";

/** Whoever groups or corrects the answers to one solicitation goes one after the other. */
export async function lockThemes(tx: Tx, postId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`themes ${postId}`}))`);
}
