import { describe, expect, test } from "vitest";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { abandonUnsupplied } from "./lapse.ts";

describe("asking and supplying", () => {
  test(
    "stands the office's clock still and counts its date anew",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
      const lead = await makeHandler(db, letter.leadOfficeId);
      const asked = await askWriter(db, lead, { letterId: letter.id, words: "哪一栋？" }, on("2026-09-24"));
      expect(asked).toMatchObject({ state: "clarifying", askedFrom: "assigned" });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ pausedAt: on("2026-09-24").at });
      expect(await runningClock(db, letter, "supply")).toMatchObject({ dueOn: "2026-10-09", officeId: null });

      const author = (await readPerson(db, letter.authorId!))!;
      const back = await supplyWords(db, author, { letterId: letter.id, words: "三栋。" }, on("2026-09-27"));
      expect(back).toMatchObject({ state: "assigned", askedFrom: null });
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-10-16", pausedAt: null });
      expect(await runningClock(db, letter, "supply")).toBeUndefined();
    }),
  );

  test(
    "shows readers that it was asked, and the words to nobody but the two",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await askWriter(db, lead, { letterId: letter.id, words: "请报身份证号。" }, on("2026-09-24"));
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "11010519491231002X" }, on("2026-09-25"));
      const [ask, supply] = (await eventsOf(db, letter)).slice(-2);
      expect([ask?.public, supply?.public]).toEqual([true, true]);
    }),
  );

  test(
    "is abandoned by the timetable after fifteen days, once",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "clarifying", at: on("2026-09-18") });
      expect(await abandonUnsupplied(db, on("2026-10-08", "23:59"))).toBe(0);
      expect(await abandonUnsupplied(db, on("2026-10-09", "00:00"))).toBe(1);
      expect(await abandonUnsupplied(db, on("2026-10-09", "00:00"))).toBe(0);
      expect(await eventsOf(db, letter)).toHaveLength(3);
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
    }),
  );

  test(
    "is supplied by its author alone",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "clarifying" });
      const input = { letterId: letter.id, words: "三栋。" };
      await expect(supplyWords(db, await makeCitizen(db), input, on("2026-09-20"))).rejects.toMatchObject({
        key: "letters.missing",
      });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(supplyWords(db, operator, input, on("2026-09-20"))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
