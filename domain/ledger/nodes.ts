import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Node, type Run, rootOver, type Spot, subtreesOf } from "./tree.ts";

const nameOf = ({ level, index }: Spot) => `${level}:${index}`;

/** The stored hashes of these subtrees, in one read. */
export async function readNodes(db: Db, spots: readonly Spot[]): Promise<Node[]> {
  const wanted = new Map(spots.map((spot) => [nameOf(spot), spot]));
  if (wanted.size === 0) return [];
  const rows = await db.execute<{ level: number; index: number; hash: Buffer }>(sql`
    with wanted as (
      select level, index from json_to_recordset(${JSON.stringify([...wanted.values()])}::json) as w(level int, index bigint)
    )
    select w.level, w.index::float8 as index, l.hash from wanted w join ledger_leaves l on l.index = w.index
    where w.level = 0
    union all
    select w.level, w.index::float8, n.hash from wanted w join ledger_nodes n on n.level = w.level and n.index = w.index
    where w.level > 0`);
  const found = new Map(rows.map((row) => [nameOf(row), row]));
  return spots.map((spot) => {
    const node = found.get(nameOf(spot));
    if (!node) throw new Error(`The ledger lacks the subtree ${nameOf(spot)}.`);
    return { ...spot, hash: node.hash };
  });
}

/** For each proof the roots of its runs: all of them in one read of as many rows as the tree is high, for each run. */
export async function readProofs(db: Db, proofs: readonly Run[][]): Promise<Buffer[][]> {
  const nodes = await readNodes(db, proofs.flat().flatMap(subtreesOf));
  const hashes = new Map(nodes.map((node) => [nameOf(node), node.hash]));
  const rootOf = (run: Run) => rootOver(subtreesOf(run).map((spot) => hashes.get(nameOf(spot))!));
  return proofs.map((runs) => runs.map(rootOf));
}
