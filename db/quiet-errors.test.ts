import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inRollback } from "#test/in-rollback.ts";

test(
  "a query that failed says in the log what was asked and why it failed, and nothing of what was filled in",
  inRollback(async (db) => {
    const phone = "13800138000";
    const error = await db.execute(sql`select ${phone}::text, ${"四楼没水"}::int`).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const logged = inspect(error);
    expect(logged).toContain("select $1::text, $2::int");
    expect(logged).toContain("22P02");
    expect(logged).toMatch(/\n {4}at /);
    expect(logged).not.toContain(phone);
  }),
);
