import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { keepValuesOutOfLogs } from "./quiet-errors.ts";

/** A database or a transaction on it: domain functions do not care which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, unknown>>;

export interface Connection {
  db: Db;
  close(): Promise<void>;
}

/**
 * Opens a pool. Each process has two: one here, one in Next's own copy of this module. `wrap` is for programs that load
 * much at once.
 */
export function connect(url: string, connections = 10, wrap = (sql: postgres.Sql) => sql): Connection {
  keepValuesOutOfLogs();
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    // Seconds. The driver's own patience grows to twenty: after a database has come back we would still be away.
    backoff: (tries) => Math.min(0.05 * 2 ** tries, 0.5),
    connect_timeout: 5,
    connection: { application_name: "gongpu" },
  });
  return { db: drizzle(wrap(sql), { casing: "snake_case" }) as unknown as Db, close: () => sql.end({ timeout: 5 }) };
}

let opened: Connection | undefined;

function shared(): Db {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: the server sets it before the first request.");
  opened ??= connect(url);
  return opened.db;
}

/**
 * The pool that pages and route handlers hand to the domain. It opens at first use, because Next loads its modules
 * while the embedded database is still starting.
 */
export const db: Db = new Proxy({} as Db, { get: (_, key) => Reflect.get(shared(), key) });
