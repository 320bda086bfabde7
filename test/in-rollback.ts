import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { inject, onTestFinished } from "vitest";
import { type Connection, connect, type Db } from "#db/client.ts";

let connection: Connection | undefined;

class Undo extends Error {}

/** `test("…", inRollback(async (db) => { … }))`: a real database, as empty before as after. */
export function inRollback(work: (db: Db) => Promise<unknown>): () => Promise<void> {
  return async () => {
    connection ??= connect(inject("databaseUrl"), 4);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await undone(connection.db, work);
      } catch (error) {
        if (attempt === 3 || !isDeadlock(error)) throw error;
      }
    }
  };
}

async function undone(db: Db, work: (db: Db) => Promise<unknown>): Promise<void> {
  const undo = db.transaction(async (tx) => {
    await work(tx as unknown as Db);
    throw new Undo();
  });
  await undo.catch((error) => {
    if (!(error instanceof Undo)) throw error;
  });
}

/**
 * Tests share one database: two that take letter numbers of two years in different order wait for each other until
 * PostgreSQL ends one of them. That says nothing of what is tested, so that it begins anew.
 */
function isDeadlock(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as { code?: unknown }).code === "40P01") return true;
  }
  return false;
}

/** A migrated, empty database for a test that must commit: races between connections, relays, whole servers. */
export async function ownDatabase(): Promise<Connection & { url: string }> {
  const url = new URL(inject("databaseUrl"));
  const name = `own_${randomBytes(6).toString("hex")}`;
  connection ??= connect(url.href, 4);
  const { db } = connection;
  await db.execute(sql`create database ${sql.identifier(name)} template gongpu`);
  url.pathname = name;
  const own = { ...connect(url.href), url: url.href };
  onTestFinished(async () => {
    await own.close();
    await db.execute(sql`drop database ${sql.identifier(name)} with (force)`);
  });
  return own;
}
