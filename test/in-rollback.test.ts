import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { inRollback, ownDatabase } from "./in-rollback.ts";

const rowsIn = async (db: Db) => Number((await db.execute(sql`select count(*) from clock_offset`))[0]?.count);
const addRow = (db: Db) => db.execute(sql`insert into clock_offset (id, millis) values (1, 1)`);

describe("a test in a rolled-back transaction", () => {
  test(
    "sees what it writes",
    inRollback(async (db) => {
      await addRow(db);
      expect(await rowsIn(db)).toBe(1);
    }),
  );

  test(
    "leaves nothing to the next",
    inRollback(async (db) => {
      expect(await rowsIn(db)).toBe(0);
    }),
  );

  test("fails when its work fails", async () => {
    await expect(inRollback(async () => Promise.reject(new Error("broken")))()).rejects.toThrow("broken");
  });
});

describe("a test with a database of its own", () => {
  test("commits, seen by a second connection and by nobody else", async () => {
    const first = await ownDatabase();
    await first.db.transaction((tx) => addRow(tx as unknown as Db));
    expect(await rowsIn(first.db)).toBe(1);
    const second = await ownDatabase();
    expect(await rowsIn(second.db)).toBe(0);
  });
});
