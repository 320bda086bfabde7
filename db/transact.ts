import type { Db } from "./client.ts";

declare const open: unique symbol;
/** A transaction under way. Functions that lock or write rows together ask for this type. */
export type Tx = Db & { readonly [open]?: true };

const afterwards = new WeakMap<Db, (() => void)[]>();

/** Joins the transaction under way or opens one. The only caller of drizzle's own `.transaction`. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (afterwards.has(db)) return work(db);
  const callbacks: (() => void)[] = [];
  const result = await db.transaction((tx) => {
    afterwards.set(tx as unknown as Db, callbacks);
    return work(tx as unknown as Tx);
  });
  for (const callback of callbacks) callback();
  return result;
}

/** Runs once the outermost transaction is committed, never when it is rolled back. */
export function afterCommit(tx: Tx, callback: () => void): void {
  const callbacks = afterwards.get(tx);
  if (!callbacks) throw new Error("afterCommit outside a transaction");
  callbacks.push(callback);
}

const kept = new WeakMap<Db, Map<unknown, unknown>>();

/**
 * A query built and prepared once per database. Inside a transaction it is built afresh: a query prepared on the pool
 * would read outside the transaction.
 */
export function prepared<Q>(db: Db, build: (db: Db) => Q): Q {
  if (afterwards.has(db)) return build(db);
  const queries = kept.get(db) ?? new Map<unknown, unknown>();
  kept.set(db, queries);
  if (!queries.has(build)) queries.set(build, build(db));
  return queries.get(build) as Q;
}
