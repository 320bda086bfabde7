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
const compiled = new Map<unknown, object>();

/**
 * A query built and prepared once per database. Inside a transaction the one that was built first is sent over the
 * transaction's own connection: prepared on the pool it would read outside.
 */
export function prepared<Q extends object>(db: Db, build: (db: Db) => Q): Q {
  if (afterwards.has(db)) return onConnectionOf(db, build);
  const queries = kept.get(db) ?? new Map<unknown, unknown>();
  kept.set(db, queries);
  if (!queries.has(build)) queries.set(build, build(db));
  return queries.get(build) as Q;
}

/** Drizzle keeps text, parameters and mapping of a prepared query in one object, and in `client` whom to ask. */
function onConnectionOf<Q extends object>(tx: Tx, build: (db: Db) => Q): Q {
  const query = compiled.get(build) ?? build(tx);
  compiled.set(build, query);
  const { client } = (tx as unknown as { session: { client: unknown } }).session;
  return Object.assign(Object.create(Object.getPrototypeOf(query)), query, { client });
}
