import { and, asc, gte, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ledgerLeaves } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";
import { sealedSize } from "./checkpoints.ts";
import { readProofs } from "./nodes.ts";
import { consistencyRuns } from "./tree.ts";

export interface Span {
  from: number;
  to: number;
}

/** What one answer holds at most; whoever wants more asks again from there. */
export const entriesAtOnce = 1_000;

export interface Entry {
  index: number;
  /** Exactly what was hashed. */
  entry: string;
}

/** The entries from one index to another, both included. */
export async function readEntries(db: Db, { from, to }: Span): Promise<Entry[]> {
  if (from > to) throw new Refusal("ledger.backwards", { from, to });
  const entries = await db
    .select({ index: ledgerLeaves.index, entry: ledgerLeaves.entry })
    .from(ledgerLeaves)
    .where(and(gte(ledgerLeaves.index, from), lte(ledgerLeaves.index, Math.min(to, from + entriesAtOnce - 1))))
    .orderBy(asc(ledgerLeaves.index));
  if (entries.length === 0) throw new Refusal("ledger.noSuchEntry", { from, size: await sealedSize(db) });
  return entries;
}

/** The proof that what was sealed up to one size is the beginning of what was sealed up to another (RFC 9162, 2.1.4). */
export async function readConsistency(db: Db, { from, to }: Span): Promise<Buffer[]> {
  if (from > to) throw new Refusal("ledger.backwards", { from, to });
  const size = await sealedSize(db);
  if (to > size) throw new Refusal("ledger.noSuchSize", { to, size });
  const [proof] = await readProofs(db, [consistencyRuns(from, to)]);
  return proof!;
}
