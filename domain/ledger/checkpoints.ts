import { desc, lt, max, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { ledgerCheckpoints, ledgerLeaves } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { Refusal } from "#domain/refusal.ts";
import { readNodes } from "./nodes.ts";
import { checkpointText, type Signer } from "./note.ts";
import { rootOver, subtreesOf } from "./tree.ts";

export interface Checkpoint {
  id: number;
  size: number;
  root: Buffer;
  key: string;
  note: string;
  at: Date;
}

/** The newest checkpoint; null before a relay has run for the first time. */
export async function latestCheckpoint(db: Db): Promise<Checkpoint | null> {
  const [checkpoint] = await db.select().from(ledgerCheckpoints).orderBy(desc(ledgerCheckpoints.id)).limit(1);
  return checkpoint ?? null;
}

/** The newest, where there must be one to answer with. */
export async function requireCheckpoint(db: Db): Promise<Checkpoint> {
  const checkpoint = await latestCheckpoint(db);
  if (!checkpoint) throw new Refusal("ledger.noSuchCheckpoint");
  return checkpoint;
}

/** Newest first, page by page; `next` is where the following page goes on. */
export async function listCheckpoints(db: Db, after: number | undefined, limit: number) {
  const rows = await db
    .select()
    .from(ledgerCheckpoints)
    .where(after === undefined ? undefined : lt(ledgerCheckpoints.id, after))
    .orderBy(desc(ledgerCheckpoints.id))
    .limit(limit + 1);
  const checkpoints: Checkpoint[] = rows.slice(0, limit);
  return { checkpoints, next: rows.length > limit ? checkpoints.at(-1)!.id : null };
}

/** How many entries are sealed. */
export async function sealedSize(db: Db): Promise<number> {
  const [row] = await db.select({ last: max(ledgerLeaves.index) }).from(ledgerLeaves);
  return (row?.last ?? -1) + 1;
}

export async function keepCheckpoint(tx: Tx, { origin, key, sign }: Signer, size: number, root: Buffer): Promise<void> {
  const note = sign(checkpointText(origin, size, root));
  const { at } = await readNow(tx);
  await tx.insert(ledgerCheckpoints).values({ size, root, key, note, at }).onConflictDoNothing();
}

/** Any number that nobody else takes an advisory lock on. */
const openingLock = 7_201_012;

/** At start: an empty ledger is signed too, and one that is signed with another key or address from now on is signed anew. */
export async function openLedger(db: Db, signer: Signer): Promise<void> {
  await transact(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${openingLock})`);
    if ((await latestCheckpoint(tx))?.key === signer.key) return;
    const size = await sealedSize(tx);
    const edge = await readNodes(tx, subtreesOf({ from: 0, size }));
    await keepCheckpoint(tx, signer, size, rootOver(edge.map(({ hash }) => hash)));
  });
}
