import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { inRollback } from "#test/in-rollback.ts";
import { connect } from "./client.ts";
import { isAway } from "./is-away.ts";

const thrown = (asked: PromiseLike<unknown>) =>
  Promise.resolve(asked).then(
    () => null,
    (error: unknown) => error,
  );

test("a database that nobody listens for is away", async () => {
  const { db, close } = connect("postgres://nobody@127.0.0.1:1/none", 1);
  expect(isAway(await thrown(db.execute(sql`select 1`)))).toBe(true);
  await close();
});

test(
  "one that says no to what was asked is not, and neither is a bug of ours",
  inRollback(async (db) => {
    expect(isAway(await thrown(db.execute(sql`select 1 / 0`)))).toBe(false);
    expect(isAway(new TypeError("x is not a function"))).toBe(false);
    expect(isAway(null)).toBe(false);
  }),
);
