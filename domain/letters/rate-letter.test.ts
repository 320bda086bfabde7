import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { ratings } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter, otherParts } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { answerLetter } from "./answer-letter.ts";
import { lapseJudgings } from "./lapse.ts";
import { rateLetter, reopenLetter } from "./rate-letter.ts";

const good = { solved: "yes", attitude: "satisfied", speed: "acceptable" } as const;
const bad = { solved: "no", attitude: "dissatisfied", speed: "satisfied" } as const;

async function answered(db: Db) {
  const letter = await makeLetter(db, { state: "answered", at: on("2026-09-18") });
  return { letter, letterId: letter.id, author: (await readPerson(db, letter.authorId!))! };
}

const verdictsOf = (db: Db, letterId: number) =>
  db.select().from(ratings).where(eq(ratings.letterId, letterId)).orderBy(ratings.round);

describe("rating", () => {
  test(
    "closes the letter and keeps the verdict; the detectors stand before the words",
    inRollback(async (db) => {
      const { letter, letterId, author } = await answered(db);
      const words = "水够了，谢谢，我的电话13812345678";
      const closed = await rateLetter(db, author, { letterId, ...good, words }, on("2026-09-25"));
      expect(closed).toMatchObject({ state: "closed", closedAt: on("2026-09-25").at });
      expect(await verdictsOf(db, letterId)).toMatchObject([{ round: 1, ...good, late: false }]);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ words: "水够了，谢谢，我的电话（已隐去：手机号）" });
      await expect(rateLetter(db, author, { letterId, ...good }, on("2026-09-26"))).rejects.toMatchObject({
        key: "letters.alreadyRated",
      });
    }),
  );

  test(
    "is for the author alone, and never for the office's own people: that is recorded",
    inRollback(async (db) => {
      const { letterId } = await answered(db);
      await expect(
        rateLetter(db, await makeCitizen(db), { letterId, ...good }, on("2026-09-25")),
      ).rejects.toMatchObject({
        key: "forbidden",
      });
      const lead = await makeOffice(db);
      const worker = await makeHandler(db, lead.id);
      const own = await makeLetter(db, { state: "answered", author: worker, leadOfficeId: lead.id });
      await expect(rateLetter(db, worker, { letterId: own.id, ...good }, on("2026-09-25"))).rejects.toMatchObject({
        key: "letters.ownOffice",
      });
      expect((await eventsOf(db, own)).at(-1)).toMatchObject({
        what: "letter.attempt",
        public: false,
        personId: worker.id,
      });
    }),
  );

  test(
    "left undone lapses after the judging time, and may be done late once within thirty days",
    inRollback(async (db) => {
      const { letterId, author, letter } = await answered(db);
      expect(await lapseJudgings(db, on("2026-10-08", "23:59"))).toBe(0);
      expect(await lapseJudgings(db, on("2026-10-09", "00:00"))).toBe(1);
      expect(await lapseJudgings(db, on("2026-10-09", "00:00"))).toBe(0);
      const rated = await rateLetter(db, author, { letterId, ...bad }, on("2026-11-08"));
      expect(rated).toMatchObject({ state: "closed", closedAt: on("2026-10-09", "00:00").at });
      expect(await verdictsOf(db, letterId)).toMatchObject([{ round: 1, ...bad, late: true }]);
      expect((await eventsOf(db, letter)).at(-1)?.what).toBe("letter.rateLate");
      const other = await answered(db);
      await lapseJudgings(db, on("2026-10-09", "00:00"));
      await expect(
        rateLetter(db, other.author, { letterId: other.letterId, ...bad }, on("2026-11-09")),
      ).rejects.toMatchObject({ key: "letters.ratingOver" });
    }),
  );
});

describe("reopening", () => {
  test(
    "once: the verdict stays, a second finish clock runs, and the second round is judged apart",
    inRollback(async (db) => {
      const { letterId, author, letter } = await answered(db);
      const reopened = await reopenLetter(db, author, { letterId, ...bad, words: "三楼还是没水。" }, on("2026-09-30"));
      expect(reopened).toMatchObject({ state: "assigned", round: 2, leadOfficeId: letter.leadOfficeId });
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        round: 2,
        dueOn: "2026-10-27",
        officeId: letter.leadOfficeId,
      });
      const again = await answerLetter(
        db,
        await makeHandler(db, letter.leadOfficeId),
        { letterId, ...otherParts },
        on("2026-10-12"),
      );
      expect(again.answeredAt).toEqual(letter.answeredAt);
      await expect(
        reopenLetter(db, author, { letterId, ...bad, words: "还是没水。" }, on("2026-10-13")),
      ).rejects.toMatchObject({ key: "letters.reopenedOnce" });
      await rateLetter(db, author, { letterId, ...good }, on("2026-10-13"));
      expect(await verdictsOf(db, letterId)).toMatchObject([
        { round: 1, ...bad },
        { round: 2, ...good },
      ]);
    }),
  );

  test(
    "is refused to everybody but the author",
    inRollback(async (db) => {
      const { letterId, letter } = await answered(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(
        reopenLetter(db, operator, { letterId, ...bad, words: "不对。" }, on("2026-09-30")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
