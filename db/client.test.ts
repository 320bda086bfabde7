import { sql } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import { ownDatabase } from "#test/in-rollback.ts";
import { connect, type Db } from "./client.ts";

const die = (db: Db) => db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);

/** One connection only, so that whatever comes next has to use what the lost one has left behind. */
async function single() {
  const { url } = await ownDatabase();
  const { db, close } = connect(url, 1);
  onTestFinished(close);
  return { db, close };
}

describe("a connection that is lost within a transaction", () => {
  test("fails that transaction, and nothing that comes after it", async () => {
    const { db } = await single();
    for (let n = 0; n < 5; n += 1) {
      await expect(db.transaction((tx) => die(tx as unknown as Db))).rejects.toThrow();
      expect(await db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    }
  });

  test("does not let the rest of it happen outside of it", async () => {
    const { db } = await single();
    const addRow = (on: Db) => on.execute(sql`insert into clock_offset (id, millis) values (1, 1)`);
    const work = db.transaction(async (tx) => {
      await die(tx as unknown as Db).catch(() => {});
      // By now another query may have opened the connection anew.
      await db.execute(sql`select 1`).catch(() => {});
      await addRow(tx as unknown as Db);
    });
    await expect(work).rejects.toThrow();
    expect(await db.execute(sql`select * from clock_offset`)).toEqual([]);
  });

  test("does not keep the pool from ending", async () => {
    const { db, close } = await single();
    await expect(db.transaction((tx) => die(tx as unknown as Db))).rejects.toThrow();
    const begun = performance.now();
    await close();
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});
