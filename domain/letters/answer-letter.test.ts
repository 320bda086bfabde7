import { describe, expect, test } from "vitest";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeHandler, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { answerLetter, readParts } from "./answer-letter.ts";

describe("answering a letter", () => {
  test(
    "gives the writer fifteen days to judge",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const answered = await answerLetter(
        db,
        await makeHandler(db, letter.leadOfficeId),
        { letterId: letter.id, ...fourParts },
        on("2026-09-18"),
      );
      expect(answered.state).toBe("answered");
      expect(await runningClock(db, letter, "judging")).toMatchObject({
        dueOn: "2026-10-08",
        officeId: null,
        amberAt: null,
      });
      expect(await runningClock(db, letter, "finish")).toBeUndefined();
    }),
  );

  test(
    "keeps its four parts in order, public where the letter is, under the lead office's name",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const answer = (await eventsOf(db, letter)).at(-1)!;
      expect(answer).toMatchObject({
        what: "letter.answer",
        public: true,
        role: "lead",
        officeId: letter.leadOfficeId,
      });
      expect(Object.entries(readParts(answer.words!))).toEqual(Object.entries(fourParts));
    }),
  );

  test(
    "is for the lead office, its mailbox's keeper and the leader written to",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const assigned = () => makeLetter(db, { state: "assigned", mailboxId: mailbox.id });
      for (const whoever of [
        async () => {
          const letter = await assigned();
          return [letter, await makeOperator(db, letter.leadOfficeId)] as const;
        },
        async () => [await assigned(), await makeHolder(db, leader.id)] as const,
      ]) {
        const [letter, actor] = await whoever();
        const answered = await answerLetter(db, actor, { letterId: letter.id, ...fourParts }, on("2026-09-18"));
        expect(answered.state).toBe("answered");
      }
    }),
  );

  test(
    "is refused to another office, and to the mailbox's keeper who does not lead",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      const input = { letterId: letter.id, ...fourParts };
      for (const actor of [await makeHandler(db), await makeOperator(db, letter.mailbox.officeId)]) {
        await expect(answerLetter(db, actor, input, on("2026-09-18"))).rejects.toMatchObject({ key: "forbidden" });
      }
    }),
  );

  test(
    "of what one may not read is not found",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", visibility: "handlers" });
      const input = { letterId: letter.id, ...fourParts };
      await expect(answerLetter(db, await makeHandler(db), input, on("2026-09-18"))).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );

  test(
    "that comes too late hears whose hand was quicker, and when",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered", at: on("2026-09-18") });
      const colleague = await makeHandler(db, letter.leadOfficeId);
      const input = { letterId: letter.id, ...fourParts };
      const refusal = await answerLetter(db, colleague, input, on("2026-09-21")).catch((error) => error);
      expect(refusal).toMatchObject({
        key: "letters.overtaken",
        details: { state: "answered", at: on("2026-09-18").at.getTime() },
      });
      expect(refusal.details.office).toMatch(/^office-/);
    }),
  );

  test(
    "does not give the writer away",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", name: "欧阳向往", phone: "13812345678" });
      const handler = await makeHandler(db, letter.leadOfficeId);
      for (const done of ["已告知欧阳向往。", "已电话 138 1234 5678 告知。", "已核对 11010519491231002X。"]) {
        const input = { letterId: letter.id, ...fourParts, done };
        await expect(answerLetter(db, handler, input, on("2026-09-18"))).rejects.toMatchObject({
          key: "letters.personalWords",
        });
      }
    }),
  );
});
