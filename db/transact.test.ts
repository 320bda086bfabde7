import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ownDatabase } from "#test/in-rollback.ts";
import type { Db } from "./client.ts";
import { policies } from "./schema/index.ts";
import { afterCommit, prepared, transact } from "./transact.ts";

const byName = (db: Db) =>
  db
    .select({ value: policies.value })
    .from(policies)
    .where(eq(policies.name, sql.placeholder("name")))
    .prepare("policy_by_name");

const row = { name: "judging", validFrom: "2026-01-01", value: 15 };
const read = (db: Db) => prepared(db, byName).execute({ name: "judging" });

describe("a prepared query", () => {
  test("reads inside the transaction it is used in, and only there, whichever came first", async () => {
    const { db } = await ownDatabase();
    for (const first of ["transaction", "pool"]) {
      if (first === "pool") expect(await read(db)).toEqual([]);
      const undone = transact(db, async (tx) => {
        await tx.insert(policies).values(row);
        expect(await read(tx)).toEqual([{ value: 15 }]);
        expect(await read(db)).toEqual([]);
        throw new Error("undo");
      });
      await expect(undone).rejects.toThrow("undo");
      expect(await read(db)).toEqual([]);
    }
  });

  test("keeps transactions that go on at once apart", async () => {
    const { db } = await ownDatabase();
    let reading = 0;
    let allHaveRead = () => {};
    const barrier = new Promise<void>((resolve) => (allHaveRead = resolve));
    const seen = await Promise.all(
      [1, 2, 3].map((value) =>
        transact(db, async (tx) => {
          await tx.insert(policies).values({ ...row, validFrom: `2026-01-0${value}`, value });
          const mine = await read(tx);
          if (++reading === 3) allHaveRead();
          await barrier;
          return mine;
        }),
      ),
    );
    expect(seen).toEqual([[{ value: 1 }], [{ value: 2 }], [{ value: 3 }]]);
  });
});

test("what runs after the commit runs once, when all of it is committed, and never after an undoing", async () => {
  const { db } = await ownDatabase();
  const ran: string[] = [];
  await transact(db, async (outer) => {
    await transact(outer, async (inner) => afterCommit(inner, () => ran.push("inner")));
    expect(ran).toEqual([]);
  });
  const undone = transact(db, async (tx) => {
    afterCommit(tx, () => ran.push("undone"));
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  expect(ran).toEqual(["inner"]);
});
