import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ledgerLeaves } from "#db/schema/index.ts";
import { latestCheckpoint } from "./checkpoints.ts";

/** How far a letter's records are sealed. */
export interface LetterSeal {
  sealed: number;
  /** They happened a moment ago. */
  waiting: number;
  /** The positions of the first and the last of them among all records. */
  first: number;
  last: number;
  /** Hex, of the last. */
  leaf: string;
  checkpoint: { size: number; root: string; at: Date };
}

/** Of the records that somebody is told of: which are sealed, and what was signed since. Null before the first is. */
export async function readSeal(db: Db, told: readonly { position: number | null }[]): Promise<LetterSeal | null> {
  const checkpoint = await latestCheckpoint(db);
  const positions = told.flatMap(({ position }) =>
    checkpoint && position && position <= checkpoint.size ? [position] : [],
  );
  const [first, last] = [positions[0], positions.at(-1)];
  if (!checkpoint || first === undefined || last === undefined) return null;
  const [leaf] = await db
    .select({ hash: ledgerLeaves.hash })
    .from(ledgerLeaves)
    .where(eq(ledgerLeaves.index, last - 1));
  const { size, root, at } = checkpoint;
  return {
    sealed: positions.length,
    waiting: told.length - positions.length,
    ...{ first, last },
    leaf: leaf!.hash.toString("hex"),
    checkpoint: { size, root: root.toString("hex"), at },
  };
}
