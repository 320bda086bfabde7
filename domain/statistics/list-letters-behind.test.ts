import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { regions } from "#db/schema/index.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countedUpToNow } from "#test/statistics.ts";
import { cityProper } from "./city-proper.ts";
import { behind, behindInput, listLettersBehind } from "./list-letters-behind.ts";
import { nameScope } from "./named-groups.ts";
import { readBreakdown, readStatistics } from "./read-statistics.ts";
import { scopeInput } from "./scope.ts";

const sent = on("2026-09-01");
const now = on("2026-12-01");
const list = (db: Db, filter: Record<string, string>) => listLettersBehind(db, behindInput.parse(filter), now);

async function someLetters(db: Db) {
  const office = await makeOffice(db);
  const handler = await makeHandler(db, office.id);
  const [onTime, late, never] = [
    await makeLetter(db, { state: "answered", at: sent }),
    await makeLetter(db, { state: "assigned", leadOfficeId: office.id, at: sent }),
    await makeLetter(db, { state: "assigned", at: sent }),
  ];
  await answerLetter(db, handler, { letterId: late.id, ...fourParts }, on("2026-11-02"));
  await countedUpToNow(db);
  return { onTime, late, never, office };
}

describe("the letters behind a number", () => {
  test(
    "are those that it counts, as of the day that it is told of",
    inRollback(async (db) => {
      const { onTime, late, never, office } = await someLetters(db);
      const numbers = async (filter: Record<string, string>) =>
        (await list(db, filter)).letters.map(({ number }) => number);
      expect(await numbers({ what: "onTime" })).toEqual([onTime.number]);
      expect(await numbers({ what: "late" })).toEqual([late.number]);
      expect(await numbers({ what: "never" })).toEqual([never.number]);
      expect(await numbers({ what: "never", asof: "2026-11-01" })).toEqual([never.number, late.number]);
      expect(await numbers({ what: "received", office: office.slug })).toEqual([late.number]);
      expect(await numbers({ what: "received", from: "2026-09-02" })).toEqual([]);
    }),
  );

  test(
    "of one that is not public there is nothing but the count, of an accusation not even that",
    inRollback(async (db) => {
      const mailboxId = (await makeMailbox(db)).id;
      const secret = { state: "answered", visibility: "handlers", mailboxId, at: sent } as const;
      await makeLetter(db, { ...secret, title: "谁也不告诉" });
      await makeLetter(db, { state: "submitted", kind: "accusation", mailboxId, at: sent });
      await countedUpToNow(db);
      for (const what of behind) {
        const { count, letters } = await list(db, { what });
        expect([what, letters]).toEqual([what, []]);
        expect(count).toBeLessThanOrEqual(1);
      }
      expect(await list(db, { what: "answered" })).toMatchObject({ count: 1 });
    }),
  );

  test(
    "come a page at a time",
    inRollback(async (db) => {
      const mailboxId = (await makeMailbox(db)).id;
      for (let n = 0; n < 21; n += 1) await makeLetter(db, { state: "accepted", mailboxId, at: sent });
      await countedUpToNow(db);
      const first = await list(db, { what: "received" });
      expect(first).toMatchObject({ count: 21, next: first.letters.at(-1)!.number });
      const second = await list(db, { what: "received", after: first.next! });
      expect(second).toMatchObject({ count: 21, next: null });
      expect(new Set([...first.letters, ...second.letters].map(({ number }) => number)).size).toBe(21);
    }),
  );
});

describe("figures told apart", () => {
  test(
    "count a district with the city itself and a township with its county",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const place = async (name: string) => {
        const region = await makeRegion(db, city);
        await db.update(regions).set({ name }).where(eq(regions.id, region.id));
        return region;
      };
      const [district, county] = [await place("河畔区"), await place("山下县")];
      const township = await makeRegion(db, county);
      for (const region of [city, district, county, township]) {
        const officeId = (await makeOffice(db, { regionId: region.id })).id;
        const mailboxId = (await makeMailbox(db, { officeId })).id;
        await makeLetter(db, { state: "submitted", mailboxId, at: sent });
      }
      await countedUpToNow(db);
      const { regions: rows, levels } = await readStatistics(db, scopeInput.parse({}), now);
      expect(rows.map(({ slug, figures }) => [slug, figures.received])).toEqual([
        [cityProper, 2],
        [county.slug, 2],
      ]);
      expect(rows[0]!.districts).toEqual([{ name: "河畔区", nameEn: null }]);
      expect(levels.map(({ slug, figures }) => [slug, figures.received])).toEqual([
        ["city", 1],
        ["county", 2],
        ["township", 1],
      ]);
      const proper = await readStatistics(db, scopeInput.parse({ region: cityProper }), now);
      expect(proper.total.received).toBe(2);
    }),
  );

  test(
    "come a page at a time, those with the most letters first, and under the name of whom they are about",
    inRollback(async (db) => {
      const leader = await makeLeader(db, { title: "测试市长" });
      const busy = (await makeMailbox(db, { leaderId: leader.id })).id;
      await makeLetter(db, { state: "submitted", mailboxId: busy, at: sent });
      await makeLetter(db, { state: "submitted", mailboxId: busy, at: sent });
      for (let n = 0; n < 20; n += 1) await makeLetter(db, { state: "submitted", at: sent });
      await countedUpToNow(db);
      const first = await readBreakdown(db, scopeInput.parse({}), "mailbox", undefined, now);
      expect(first.rows[0]).toMatchObject({ name: "测试市长", figures: { received: 2 } });
      const second = await readBreakdown(db, scopeInput.parse({}), "mailbox", first.next!, now);
      expect([first.rows.length, second.rows.length, second.next]).toEqual([20, 1, null]);
      expect(await nameScope(db, scopeInput.parse({ leader: leader.handle }))).toMatchObject({ name: "测试市长" });
      expect(await nameScope(db, scopeInput.parse({ leader: "nobody" }))).toBeNull();
    }),
  );
});
