import type { Db } from "./client.ts";

declare const open: unique symbol;
/** A transaction under way. Functions that lock or write rows together ask for this type. */
export type Tx = Db & { readonly [open]?: true };

interface Open {
  committed: (() => void)[];
  ended: ((root: Db) => Promise<unknown>)[];
}

const under = new WeakMap<Db, Open>();

/** Joins the transaction under way or opens one. The only caller of drizzle's own `.transaction`. */
export async function transact<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (under.has(db)) return work(db);
  const open: Open = { committed: [], ended: [] };
  try {
    const result = await db.transaction((tx) => {
      under.set(tx as unknown as Db, open);
      return work(tx as unknown as Tx);
    });
    for (const callback of open.committed) callback();
    return result;
  } finally {
    for (const write of open.ended) await write(db);
  }
}

/** Runs once the outermost transaction is committed, never when it is rolled back. */
export function afterCommit(tx: Tx, callback: () => void): void {
  const open = under.get(tx);
  if (!open) throw new Error("afterCommit outside a transaction");
  open.committed.push(callback);
}

/** Writes what must stay whether or not the transaction under way is rolled back: once it has ended, or at once without one. */
export async function whateverHappens(db: Db, write: (root: Db) => Promise<unknown>): Promise<void> {
  const open = under.get(db);
  if (open) open.ended.push(write);
  else await write(db);
}

const kept = new WeakMap<Db, Map<unknown, unknown>>();
const compiled = new Map<unknown, object>();

/**
 * A query built and prepared once per database. Inside a transaction the one that was built first is sent over the
 * transaction's own connection: prepared on the pool it would read outside.
 */
export function prepared<Q extends object>(db: Db, build: (db: Db) => Q): Q {
  if (under.has(db)) return onConnectionOf(db, build);
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
