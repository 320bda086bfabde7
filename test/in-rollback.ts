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
    await connection.db
      .transaction(async (tx) => {
        await work(tx as unknown as Db);
        throw new Undo();
      })
      .catch((error) => {
        if (!(error instanceof Undo)) throw error;
      });
  };
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
