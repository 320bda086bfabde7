import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { appeals, pledges } from "#db/schema/index.ts";
import { makeAppeal } from "#test/factories/appeals.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { pledge, takeBackPledge } from "./pledge.ts";

const now = on("2026-09-19");

/** What the rows say, beside what is kept of them. */
async function reckoned(db: Db, postId: number) {
  const rows = await db
    .select()
    .from(pledges)
    .where(and(eq(pledges.postId, postId), isNull(pledges.withdrawnAt)));
  return {
    pledged: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    pledges: rows.length,
    hiddenPledges: rows.filter(({ amountHidden }) => amountHidden).length,
    pledgers: new Set(rows.map(({ personId }) => personId)).size,
  };
}

const kept = async (db: Db, postId: number) => (await db.select().from(appeals).where(eq(appeals.postId, postId)))[0]!;

test("a hundred promises at once are all in the sum", async () => {
  const { db } = await ownDatabase();
  const { postId } = await makeAppeal(db);
  const givers = await Promise.all(Array.from({ length: 20 }, () => makeCitizen(db)));
  const all = Array.from({ length: 100 }, (_, n) => ({ giver: givers[n % 20]!, amount: String(n + 1) }));
  await Promise.all(all.map(({ giver, amount }) => pledge(db, giver, { postId, amount, things: "" }, now)));
  expect(await kept(db, postId)).toMatchObject({ pledged: 5050, pledges: 100, hiddenPledges: 0, pledgers: 20 });
}, 60_000);

interface Deed {
  giver: number;
  amount: number | null;
  hidden: boolean;
  takesBack: boolean;
}

const deed: fc.Arbitrary<Deed> = fc.record({
  giver: fc.nat(2),
  amount: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  hidden: fc.boolean(),
  takesBack: fc.boolean(),
});

test("whoever promises and takes back at the same time: what is kept is what the promises add up to", async () => {
  const { db } = await ownDatabase();
  const givers = await Promise.all(Array.from({ length: 3 }, () => makeCitizen(db)));
  const act = async (postId: number, { giver, amount, hidden, takesBack }: Deed) => {
    const person = givers[giver]!;
    if (!takesBack) {
      const given = { amount: String(amount ?? ""), things: amount === null ? "棉被" : "" };
      await pledge(db, person, { postId, ...given, ...(hidden && { amountHidden: "on" }) }, now);
      return;
    }
    const [own] = await db
      .select()
      .from(pledges)
      .where(and(eq(pledges.postId, postId), eq(pledges.personId, person.id), isNull(pledges.withdrawnAt)))
      .limit(1);
    // Two may choose the same promise: the second finds it gone.
    if (own)
      await takeBackPledge(db, person, { postId, pledgeId: own.id }, now).catch((error) =>
        expect(error.key).toBe("appeals.noSuchPledge"),
      );
  };
  const run = async (deeds: Deed[]) => {
    const { postId } = await makeAppeal(db);
    await Promise.all(deeds.map((one) => act(postId, one)));
    expect(await kept(db, postId)).toMatchObject(await reckoned(db, postId));
  };
  await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 15 }), run), { numRuns: 15 });
}, 60_000);
