import { describe, expect, test } from "vitest";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeHolder, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { instruct } from "./instruct.ts";

describe("instructing", () => {
  test(
    "sets an earlier date, never a later one",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, at: on("2026-09-18") });
      const holder = await makeHolder(db, leader.id);
      const say = (due: string) =>
        instruct(db, holder, { letterId: letter.id, words: "限期修好。", due }, on("2026-09-21"));
      await expect(say("2026-10-15")).rejects.toMatchObject({
        key: "letters.notEarlier",
        details: { due: "2026-10-15" },
      });
      await expect(say("2026-09-20")).rejects.toMatchObject({ key: "letters.notEarlier" });
      await say("2026-10-03");
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        dueOn: "2026-10-03",
        working: { rule: "instruction" },
      });
      const event = (await eventsOf(db, letter)).at(-1);
      expect(event).toMatchObject({
        public: true,
        leaderId: leader.id,
        words: "限期修好。",
        counts: { due: "2026-10-03" },
      });
    }),
  );

  test(
    "marked internal stays inside",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id });
      const input = { letterId: letter.id, words: "先查清责任。", internal: "on" as const };
      await instruct(db, await makeHolder(db, leader.id), input, on("2026-09-21"));
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ public: false });
      await expect(
        instruct(db, await makeTriage(db, letter.mailbox.lineage[0]), input, on("2026-09-21")),
      ).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );
});
