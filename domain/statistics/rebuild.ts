import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import { factsFrom } from "./facts.ts";
import { moveSums } from "./sums.ts";
import { holdFigures } from "./take-facts.ts";

/** Computes every figure from scratch, out of the letters' own tables and events: whatever was stored does not count. */
export async function rebuildFigures(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    await holdFigures(tx);
    await tx.execute(sql`delete from letter_facts`);
    await tx.execute(sql`insert into letter_facts ${factsFrom(undefined)}`);
    await rebuildSums(tx);
  });
}

/** The sums alone, out of the stored facts. The caller holds the figures. */
export async function rebuildSums(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from figures`);
  await tx.execute(sql`delete from answer_days`);
  await moveSums(tx, sql`true`, 1);
}
