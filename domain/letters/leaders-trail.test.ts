import { describe, expect, test } from "vitest";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { acknowledgeLetter } from "./acknowledge-letter.ts";
import { instruct } from "./instruct.ts";
import { readLeadersTrail, readOwnReadings } from "./leaders-trail.ts";
import { openLetter } from "./open-letter.ts";
import { readPublicLetter } from "./read-public-letter.ts";

describe("the leaders' trail", () => {
  test(
    "keeps that a leader opened the letter once a day, for those who handle it and for nobody else",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const author = await makeCitizen(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, author });
      const [holder, handler] = [await makeHolder(db, leader.id), await makeHandler(db, letter.leadOfficeId)];
      const open = (day: "2026-09-21" | "2026-09-22", time: string) =>
        openLetter(db, holder, letter.number, on(day, time));
      await open("2026-09-21", "09:00");
      await open("2026-09-21", "15:00");
      await open("2026-09-22", "08:00");
      await openLetter(db, handler, letter.number, on("2026-09-22"));
      await instruct(db, holder, { letterId: letter.id, words: "限期修好。" }, on("2026-09-22"));
      const trail = {
        leader: { handle: leader.handle },
        opened: { first: on("2026-09-21").at, last: on("2026-09-22", "08:00").at, days: 2 },
        acknowledgedAt: null,
        instructions: 1,
      };
      expect(await readLeadersTrail(db, handler, letter.id)).toMatchObject([{ ...trail, own: false }]);
      expect(await readLeadersTrail(db, holder, letter.id)).toMatchObject([{ ...trail, own: true }]);
      expect(await readLeadersTrail(db, author, letter.id)).toEqual([]);
      expect(await readLeadersTrail(db, await makeHandler(db), letter.id)).toEqual([]);
      expect(await readOwnReadings(db, holder, [letter.id])).toEqual(
        new Map([[letter.id, on("2026-09-22", "08:00").at]]),
      );
      const read = await readPublicLetter(db, letter.number, on("2026-09-23"));
      expect(read?.face === "open" && read.timeline.some(({ what }) => what === "opened")).toBe(false);
    }),
  );

  test(
    "says 已阅 in public when the leader says so, once, and not for somebody else",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id });
      const holder = await makeHolder(db, leader.id);
      const say = (by = holder) => acknowledgeLetter(db, by, { letterId: letter.id }, on("2026-09-21"));
      await say();
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.acknowledge",
        public: true,
        leaderId: leader.id,
      });
      const read = await readPublicLetter(db, letter.number, on("2026-09-23"));
      expect(read?.face === "open" && read.timeline.at(-1)).toMatchObject({
        what: "acknowledge",
        leader: { handle: leader.handle },
      });
      expect(await readLeadersTrail(db, holder, letter.id)).toMatchObject([{ acknowledgedAt: on("2026-09-21").at }]);
      await expect(say()).rejects.toMatchObject({ key: "letters.acknowledgedAlready" });
      await expect(say(await makeHandler(db, letter.leadOfficeId))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
