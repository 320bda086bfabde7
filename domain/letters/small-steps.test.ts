import { describe, expect, test } from "vitest";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { claimLetter, unclaimLetter } from "./claims.ts";
import { hideLetter, publishLetter, redactLetter } from "./publish-letter.ts";
import { refuseLetter } from "./refuse-letter.ts";
import { followUp, noteInternally, reportProgress } from "./report-progress.ts";
import { urgeLetter } from "./urge-letter.ts";
import { withdrawLetter } from "./withdraw-letter.ts";

const confirmed = { publicTitle: "水压不足", publicBody: "四楼以上没有水。" };

describe("small steps", () => {
  test(
    "progress is public, a note is not, a result may follow the answer",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await noteInternally(db, lead, { letterId: letter.id, words: "已请财务核对。" }, on("2026-09-21"));
      await followUp(db, lead, { letterId: letter.id, words: "已全部换完。" }, on("2026-10-21"));
      expect((await eventsOf(db, letter)).slice(-2).map((event) => event.public)).toEqual([false, true]);
      await expect(
        reportProgress(db, lead, { letterId: letter.id, words: "在查。" }, on("2026-09-21")),
      ).rejects.toMatchObject({ key: "letters.overtaken" });
      await expect(
        noteInternally(db, await makeHandler(db), { letterId: letter.id, words: "看看。" }, on("2026-09-21")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "urging is counted once in seven days",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const author = (await readPerson(db, letter.authorId!))!;
      const urge = (day: Parameters<typeof on>[0]) => urgeLetter(db, author, { letterId: letter.id }, on(day));
      expect((await urge("2026-09-21")).urges).toBe(1);
      await expect(urge("2026-09-27")).rejects.toMatchObject({
        key: "letters.urgedRecently",
        details: { from: "2026-09-28" },
      });
      expect((await urge("2026-09-28")).urges).toBe(2);
      await expect(
        urgeLetter(db, await makeCitizen(db), { letterId: letter.id }, on("2026-09-28")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "a refusal carries its code and what to do instead",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const refuse = (words: string) =>
        refuseLetter(db, operator, { letterId: letter.id, code: "otherRoute", words }, on("2026-09-21"));
      await expect(refuse(" ")).rejects.toMatchObject({ key: "letters.wordsMissing" });
      expect(await refuse("请向法院起诉。")).toMatchObject({ state: "refused", refusalCode: "otherRoute" });
      expect(await runningClock(db, letter, "accept")).toBeUndefined();
    }),
  );

  test(
    "withdrawing is for the author, until the answer",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(withdrawLetter(db, operator, { letterId: letter.id }, on("2026-09-21"))).rejects.toMatchObject({
        key: "forbidden",
      });
      const author = (await readPerson(db, letter.authorId!))!;
      expect((await withdrawLetter(db, author, { letterId: letter.id }, on("2026-09-21"))).state).toBe("withdrawn");
      const answered = await makeLetter(db, { state: "answered", author });
      await expect(withdrawLetter(db, author, { letterId: answered.id }, on("2026-09-21"))).rejects.toMatchObject({
        key: "letters.overtaken",
      });
    }),
  );

  test(
    "hiding leaves a public stone; publishing again lifts it; redacting replaces the text",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const letterId = letter.id;
      expect((await redactLetter(db, operator, { letterId, ...confirmed }, on("2026-09-21"))).publicBody).toBe(
        "四楼以上没有水。",
      );
      const hidden = await hideLetter(
        db,
        operator,
        { letterId, code: "minor", words: "写有未成年人。" },
        on("2026-09-21"),
      );
      expect(hidden).toMatchObject({ hiddenCode: "minor" });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ public: true, officeId: letter.mailbox.officeId });
      expect(await publishLetter(db, operator, { letterId, ...confirmed }, on("2026-09-22"))).toMatchObject({
        hiddenAt: null,
      });
      await expect(
        hideLetter(db, await makeHandler(db), { letterId, code: "minor", words: "x" }, on("2026-09-22")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "a claim shows who is on it, and only one's own is let go",
    inRollback(async (db) => {
      const letter = await makeLetter(db);
      const [one, other] = [
        await makeOperator(db, letter.mailbox.officeId),
        await makeOperator(db, letter.mailbox.officeId),
      ];
      await claimLetter(db, one, { letterId: letter.id }, on("2026-09-21"));
      await unclaimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      await claimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      await unclaimLetter(db, other, { letterId: letter.id }, on("2026-09-21"));
      expect((await eventsOf(db, letter)).slice(1).map(({ what }) => what)).toEqual([
        "letter.claim",
        "letter.claim",
        "letter.unclaim",
      ]);
      await expect(
        claimLetter(db, await makeCitizen(db), { letterId: letter.id }, on("2026-09-21")),
      ).rejects.toMatchObject({
        key: "letters.missing",
      });
      const supervising = await makeOffice(db, { regionId: letter.mailbox.lineage[0]!, supervises: true });
      const supervisor = await makePerson(db, [{ role: "supervisor", officeId: supervising.id }]);
      await expect(claimLetter(db, supervisor, { letterId: letter.id }, on("2026-09-21"))).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );
});
