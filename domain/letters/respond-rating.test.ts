import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { lapseJudgings } from "./lapse.ts";
import { rateLetter } from "./rate-letter.ts";
import { readPublicLetter } from "./read-public-letter.ts";
import { respondToRating } from "./respond-rating.ts";

const content = { solved: "partly", attitude: "satisfied", speed: "satisfied" } as const;

async function answered(db: Db) {
  const letter = await makeLetter(db, { state: "answered", at: on("2026-09-18") });
  return {
    letter,
    letterId: letter.id,
    author: (await readPerson(db, letter.authorId!))!,
    lead: await makeHandler(db, letter.leadOfficeId),
  };
}

describe("a bad rating", () => {
  test.each([
    ["attitude", { attitude: "very_dissatisfied" }],
    ["speed", { speed: "dissatisfied" }],
  ] as const)("of %s gives the lead office fifteen working days to say something", (_, bad) =>
    inRollback(async (db) => {
      const { letter, letterId, author, lead } = await answered(db);
      await rateLetter(db, author, { letterId, ...content, ...bad }, on("2026-09-21"));
      expect(await runningClock(db, letter, "respond")).toMatchObject({
        dueOn: "2026-10-19",
        officeId: letter.leadOfficeId,
      });
      await respondToRating(db, lead, { letterId, words: "已向您致歉并整改。" }, on("2026-10-09"));
      expect(await runningClock(db, letter, "respond")).toBeUndefined();
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ public: true, counts: { round: 1 } });
      await expect(respondToRating(db, lead, { letterId, words: "再说。" }, on("2026-10-09"))).rejects.toMatchObject({
        key: "letters.nothingToRespond",
      });
    })(),
  );

  test(
    "given late asks for a word as well, and a late word shows as late",
    inRollback(async (db) => {
      const { letter, letterId, author, lead } = await answered(db);
      await lapseJudgings(db, on("2026-10-10"));
      await rateLetter(db, author, { letterId, ...content, speed: "dissatisfied" }, on("2026-10-12"));
      await respondToRating(db, lead, { letterId, words: "已整改。" }, on("2026-11-20"));
      const shown = await readPublicLetter(db, letter.number, on("2026-11-21"));
      const clock = shown?.face === "open" && shown.clocks.find(({ what }) => what === "respond");
      expect(clock).toMatchObject({ light: { lamp: "missed" } });
    }),
  );

  test(
    "is responded to by nobody else; a good one asks for nothing",
    inRollback(async (db) => {
      const { letter, letterId, author, lead } = await answered(db);
      await rateLetter(db, author, { letterId, ...content, attitude: "acceptable" }, on("2026-09-21"));
      expect(await runningClock(db, letter, "respond")).toBeUndefined();
      const now = on("2026-09-22");
      await expect(respondToRating(db, lead, { letterId, words: "谢谢。" }, now)).rejects.toMatchObject({
        key: "letters.nothingToRespond",
      });
      await expect(
        respondToRating(db, await makeHandler(db), { letterId, words: "谢谢。" }, now),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
