import { expect, test } from "vitest";
import { seedCalendar } from "#db/seed/calendar.ts";
import { addDays, parseCivilDate } from "#domain/calendar/civil-date.ts";
import { rebuildFigures } from "#domain/statistics/rebuild.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { calendar, on } from "#test/on.ts";
import { countedUpToNow, storedFigures } from "#test/statistics.ts";
import { compareWithMargins } from "./compare.ts";
import { publishedMargins, shrink } from "./margins.ts";
import { planLetters } from "./plan.ts";
import { replay } from "./replay.ts";
import { markDone, stateOf } from "./state.ts";

test("the plan has the published margins to the last letter, and is the same every time", () => {
  const letters = planLetters(publishedMargins);
  const count = (is: (letter: (typeof letters)[number]) => boolean) => letters.filter(is).length;
  expect(letters).toHaveLength(42_565);
  expect(count(({ answeredOn }) => answeredOn !== null)).toBe(41_722);
  expect(count(({ fate }) => fate === "onTime")).toBe(40_540);
  expect(count(({ kind }) => kind === "suggestion")).toBe(11_477);
  expect(count(({ personally }) => personally)).toBe(6_415);
  expect(count(({ box }) => box.slug === "shuji")).toBe(14_512);
  expect(new Set(letters.map(({ box }) => box.slug)).size).toBe(1_020);
  expect(count(({ answeredOn }) => answeredOn !== null && answeredOn > "2011-05-31")).toBe(0);
  expect(planLetters(publishedMargins)).toEqual(letters);
});

/** The last two months with the letters of a small city: the same walk as that of two and a half years. */
const few = shrink(publishedMargins, 400);
const begin = "2011-01-01";
const small = {
  ...few,
  from: begin,
  regions: few.regions.map((region) => ({ ...region, from: begin, to: few.to })),
};

test("what was walked through the domain's own functions comes out of the statistics as it went in", async () => {
  const { db } = await ownDatabase();
  await seedCalendar(db);
  expect(await stateOf(db)).toBe("empty");
  await replay(db, calendar, small, async (day) => {
    if (day === "2011-03-31") await countedUpToNow(db);
  });
  await countedUpToNow(db);

  // Long after: what has lapsed since does not count as of the last day.
  for (const compared of await compareWithMargins(db, small, on("2026-11-22")))
    expect(compared).toEqual({ ...compared, shown: compared.published });
  const beforeTheEnd = await compareWithMargins(
    db,
    { ...small, to: addDays(parseCivilDate(small.to), -20) },
    on("2026-11-22"),
  );
  expect(beforeTheEnd.find(({ what }) => what === "answered")!.shown).toBeLessThan(small.answered);

  const kept = await storedFigures(db);
  await rebuildFigures(db);
  expect(await storedFigures(db)).toEqual(kept);

  expect(await stateOf(db)).toBe("other");
  await markDone(db, 1, ["notices"]);
  expect(await stateOf(db)).toBe("done");
}, 120_000);
