import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { calendarYears, clocks, notices } from "#db/schema/index.ts";
import { seedCalendar } from "#db/seed/calendar.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { askWriter, supplyWords } from "#domain/letters/ask-and-supply.ts";
import { recountCovered } from "#domain/letters/recount-clocks.ts";
import { tellRecounts } from "#domain/notices/tell-recounts.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { year2027 } from "#test/year-2027.ts";
import { foretellYear } from "./foretell-year.ts";
import { checkList, importYear, undoYear } from "./import-year.ts";
import { nowAt } from "./now.ts";
import { readCalendar } from "./read-now.ts";

const december = on("2026-12-21");

/** A platform with its calendar up to 2026 and one region above all. */
async function open(db: Db) {
  await seedCalendar(db);
  const root = await makeRegion(db);
  return makePerson(db, [{ role: "administrator", regionId: root.id }]);
}

const finishOf = async (db: Db, letterId: number) => {
  const [clock] = await db
    .select()
    .from(clocks)
    .where(and(eq(clocks.letterId, letterId), eq(clocks.what, "finish"), isNull(clocks.stoppedAt)));
  return { dueOn: (clock!.working as { dueOn: string }).dueOn, provisional: clock!.provisional };
};

describe("importing a year", () => {
  test(
    "counts running dates again, makes them sure, and tells both sides the old and the new one",
    inRollback(async (db) => {
      const administrator = await open(db);
      const letter = await makeLetter(db, { state: "assigned", at: december });
      const handler = await makeHandler(db, letter.leadOfficeId);
      // Fifteen weekdays after 21 December: with New Year's Day a working day it is the 11th, without it the 12th.
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: "2027-01-11", provisional: true });
      const foreseen = await foretellYear(db, year2027, december);
      expect(foreseen).toMatchObject({ problems: [], changes: { moved: expect.any(Number) } });
      const { recounted } = await importYear(db, administrator, year2027, december);
      expect(recounted).toBe(foreseen.changes!.running);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: "2027-01-12", provisional: false });

      const told = (await eventsOf(db, letter)).filter(({ what }) => what === "letter.recount");
      const finish = told.find(({ counts }) => counts.clock === "finish")!;
      expect(finish.counts).toMatchObject({ from: "2027-01-11", due: "2027-01-12", provisional: false });
      await tellRecounts(db, [
        { ...finish, position: 1 },
        { ...finish, position: 1 },
      ]);
      const heard = await db.select().from(notices).where(eq(notices.eventId, finish.id));
      expect(heard.map(({ personId }) => personId).sort()).toEqual([letter.authorId, handler.id].sort());
    }),
  );

  test.each([
    // Day counted from, what it becomes once 2027 is known: the make-up Sundays and the Spring Festival move it both ways.
    ["2027-01-25", "2027-02-15", "2027-02-18"],
    ["2026-12-28", "2027-01-18", "2027-01-19"],
    ["2026-12-01", "2026-12-22", "2026-12-22"],
  ] as const)("a letter of %s due on %s is due on %s", (day, before, after) =>
    inRollback(async (db) => {
      const administrator = await open(db);
      const letter = await makeLetter(db, { state: "assigned", at: on(day) });
      expect((await finishOf(db, letter.id)).dueOn).toBe(before);
      await importYear(db, administrator, year2027, december);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: after, provisional: false });
    })(),
  );

  test(
    "leaves a clock that stands still until it goes on",
    inRollback(async (db) => {
      const administrator = await open(db);
      const letter = await makeLetter(db, { state: "assigned", at: december });
      const triage = await makeTriage(db, letter.regionId);
      await askWriter(db, triage, { letterId: letter.id, words: "请说明楼号。" }, december);
      const { dueOn } = await finishOf(db, letter.id);
      await importYear(db, administrator, year2027, december);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn, provisional: true });
      const then = nowAt(on("2026-12-22").at, await readCalendar(db));
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "七号楼。" }, then);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: "2027-01-13", provisional: false });
    }),
  );

  test(
    "is taken back before the year begins, and dates are expected dates again",
    inRollback(async (db) => {
      const administrator = await open(db);
      const letter = await makeLetter(db, { state: "assigned", at: december });
      await importYear(db, administrator, year2027, december);
      await undoYear(db, administrator, { year: 2027 }, december);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: "2027-01-11", provisional: true });
      await importYear(db, administrator, year2027, december);
      const begun = on("2027-01-01");
      await expect(undoYear(db, administrator, { year: 2027 }, begun)).rejects.toMatchObject({
        key: "calendar.yearBegun",
      });
      await expect(undoYear(db, administrator, { year: 2026 }, begun)).rejects.toMatchObject({
        key: "calendar.notTheLast",
      });
    }),
  );

  test(
    "is caught up with by a clock that began under the old calendar",
    inRollback(async (db) => {
      const administrator = await open(db);
      await importYear(db, administrator, year2027, december);
      const letter = await makeLetter(db, { state: "assigned", at: december });
      expect((await finishOf(db, letter.id)).provisional).toBe(true);
      const then = nowAt(december.at, await readCalendar(db));
      expect(await recountCovered(db, then)).toBeGreaterThan(0);
      expect(await finishOf(db, letter.id)).toEqual({ dueOn: "2027-01-12", provisional: false });
      expect(await recountCovered(db, then)).toBe(0);
    }),
  );

  test(
    "happens once",
    inRollback(async (db) => {
      const administrator = await open(db);
      await importYear(db, administrator, year2027, december);
      await expect(importYear(db, administrator, year2027, december)).rejects.toMatchObject({
        key: "calendar.yearThere",
      });
      expect(await db.$count(calendarYears, eq(calendarYears.year, 2027))).toBe(1);
    }),
  );

  test(
    "is for whoever administers all regions, and for nobody else",
    inRollback(async (db) => {
      await open(db);
      const below = await makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db)).id }]);
      for (const actor of [below, await makeTriage(db), await makeCitizen(db)]) {
        await expect(importYear(db, actor, year2027, december)).rejects.toMatchObject({ key: "forbidden" });
        await expect(undoYear(db, actor, { year: 2026 }, december)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(importYear(db, nobody, year2027, december)).rejects.toMatchObject({ key: "signInFirst" });
    }),
  );
});

describe("a list that cannot be a year", () => {
  const { calendar } = december;
  const check = (days: string, year = 2027) =>
    checkList({ year, days }, calendar).problems.map(({ line, key }) => [line, key]);
  const whole = year2027.days;
  const lastLine = whole.split("\n").length + 1;

  test("the list itself is right, with and without a heading, with tabs and full-width commas", () => {
    expect(check(whole)).toEqual([]);
    expect(check(whole.split("\n").slice(1).join("\r\n"))).toEqual([]);
    expect(check(whole.replaceAll(",", "\t"))).toEqual([]);
    expect(check(whole.replaceAll(",", "，"))).toEqual([]);
  });

  test.each([
    ["2027-02-29,放假,春节", "unknownDay"],
    ["2027-13-01,放假,春节", "unknownDay"],
    ["2027-02-12", "columns"],
    ["2027-02-12,也许,春节", "unknownKind"],
    ["2027-02-12,放假,", "nameMissing"],
    ["2026-12-30,放假,元旦", "otherYear"],
    ["2027-01-02,放假,元旦", "twice"],
    ["2027-02-15,上班,春节", "makeupOnWeekday"],
    ["2027-03-20,放假,春分", "holidayOnWeekend"],
  ])("%s in its last line is told as %s there", (line, key) => {
    expect(check(`${whole}\n${line}`)).toEqual([[lastLine, key]]);
  });

  test("a year in between is missing", () => {
    expect(check(whole.replaceAll("2027-", "2028-"), 2028)[0]).toBeDefined();
    expect(check(whole.replaceAll("2027-", "2028-"), 2028)).toContainEqual([null, "gap"]);
  });

  test("a festival is missing", () => {
    const without = whole
      .split("\n")
      .filter((line) => !line.includes("清明"))
      .join("\n");
    expect(check(without)).toEqual([[null, "festivalMissing"]]);
  });

  test("a covered year is not rewritten: neither by another day nor by leaving one out", () => {
    const of2026 = (extra: string) => check(`2026-01-01,放假,元旦\n${extra}`, 2026);
    expect(of2026("2026-03-02,放假,春节")).toContainEqual([2, "contradicts"]);
    expect(of2026("")).toContainEqual([null, "leftOut"]);
  });

  test(
    "is not imported",
    inRollback(async (db) => {
      const administrator = await open(db);
      const wrong = { ...year2027, days: `${whole}\n2027-02-29,放假,春节` };
      await expect(importYear(db, administrator, wrong, december)).rejects.toMatchObject({
        key: "calendar.listWrong",
        details: { n: 1 },
      });
      expect(await db.$count(calendarYears, eq(calendarYears.year, 2027))).toBe(0);
      expect((await foretellYear(db, wrong, december)).changes).toBeNull();
    }),
  );
});
