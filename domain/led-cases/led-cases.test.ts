import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { ledCases, letters, notices } from "#db/schema/index.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { findLetter } from "#domain/letters/letter.ts";
import { openLetter } from "#domain/letters/open-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { countUnread, listNotices } from "#domain/notices/read-notices.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { inspectCase } from "./inspect-case.ts";
import { readLedCase, readLedCases } from "./read-led-cases.ts";
import { remindLeaders } from "./remind-leaders.ts";
import { letGo, takeOn } from "./take-on.ts";

/** A letter to a leader's mailbox, assigned, with whoever holds the position. */
async function world(db: Db) {
  const leader = await makeLeader(db);
  const mailbox = await makeMailbox(db, { leaderId: leader.id });
  const author = await makeCitizen(db);
  const letter = await makeLetter(db, { state: "assigned", mailboxId: mailbox.id, author });
  return { leader, mailbox, author, letter, holder: await makeHolder(db, leader.id) };
}

describe("leading a case", () => {
  test(
    "is public, with its rhythm and the next date, and there is one who leads",
    inRollback(async (db) => {
      const { leader, letter, holder } = await world(db);
      const taken = await takeOn(db, holder, { letterId: letter.id, every: 7, words: "我来盯。" }, on("2026-09-21"));
      expect(taken.ledByLeaderId).toBe(leader.id);
      expect(await readLedCase(db, letter.id)).toMatchObject({ everyDays: 7, nextOn: "2026-09-28", looks: 0 });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.takeOn",
        public: true,
        leaderId: leader.id,
        words: "我来盯。",
        counts: { every: 7, next: "2026-09-28" },
      });
      const again = (time: string) => takeOn(db, holder, { letterId: letter.id, every: 7 }, on("2026-09-21", time));
      expect(await again("09:09")).toEqual(taken);
      expect((await eventsOf(db, letter)).filter(({ what }) => what === "letter.takeOn")).toHaveLength(1);
      await expect(again("09:10")).rejects.toMatchObject({ key: "ledCases.already" });
    }),
  );

  test(
    "is for leaders, and not for their handlers; an accusation is led by nobody",
    inRollback(async (db) => {
      const { letter, mailbox, holder } = await world(db);
      const handler = await makeHandler(db, letter.leadOfficeId);
      await expect(takeOn(db, handler, { letterId: letter.id, every: 7 }, on("2026-09-21"))).rejects.toMatchObject({
        key: "forbidden",
      });
      const accusation = await makeLetter(db, { state: "accepted", kind: "accusation", mailboxId: mailbox.id });
      await expect(takeOn(db, holder, { letterId: accusation.id, every: 7 }, on("2026-09-21"))).rejects.toMatchObject({
        key: "ledCases.accusation",
      });
    }),
  );

  test(
    "moves the next date on with each recorded look, counted from the day of the look",
    inRollback(async (db) => {
      const { letter, holder } = await world(db);
      await takeOn(db, holder, { letterId: letter.id, every: 7 }, on("2026-09-21"));
      const words = "到现场看过，路面还没有修。";
      await inspectCase(db, holder, { letterId: letter.id, way: "onsite", words }, on("2026-09-25"));
      expect(await readLedCase(db, letter.id)).toMatchObject({ nextOn: "2026-10-02", looks: 1 });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({
        what: "letter.inspect",
        words,
        counts: { way: "onsite", next: "2026-10-02" },
      });
      const other = await makeHolder(db, (await makeLeader(db, { officeId: letter.mailbox.officeId })).id);
      await expect(
        inspectCase(db, other, { letterId: letter.id, way: "note", words }, on("2026-09-26")),
      ).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "reminds whoever holds the position when the day has come, once, and shows it on their day",
    inRollback(async (db) => {
      const { letter, holder } = await world(db);
      await takeOn(db, holder, { letterId: letter.id, every: 7 }, on("2026-09-21"));
      expect(await remindLeaders(db, on("2026-09-27"))).toBe(0);
      expect(await remindLeaders(db, on("2026-09-28"))).toBe(1);
      expect(await remindLeaders(db, on("2026-09-28", "10:00"))).toBe(0);
      expect((await listNotices(db, holder)).notices).toMatchObject([{ name: "lookDue", number: letter.number }]);
      expect(await readLedCases(db, holder, on("2026-09-27"))).toMatchObject([{ number: letter.number, due: false }]);
      expect(await readLedCases(db, holder, on("2026-09-28"))).toMatchObject([{ number: letter.number, due: true }]);
      await openLetter(db, holder, letter.number, on("2026-09-28"));
      expect(await countUnread(db, holder)).toBe(0);
      await inspectCase(db, holder, { letterId: letter.id, way: "note", words: "看过。" }, on("2026-09-28"));
      expect(await remindLeaders(db, on("2026-10-05"))).toBe(1);
    }),
  );

  test(
    "ends when the leader lets go, and by itself when the letter is over",
    inRollback(async (db) => {
      const { letter, author, holder } = await world(db);
      const take = (date: "2026-09-21" | "2026-09-23") =>
        takeOn(db, holder, { letterId: letter.id, every: 7 }, on(date));
      await take("2026-09-21");
      await letGo(db, holder, { letterId: letter.id, words: "已交副市长。" }, on("2026-09-22"));
      expect(await readLedCase(db, letter.id)).toBeNull();
      expect(await readLedCases(db, holder, on("2026-10-10"))).toEqual([]);
      await take("2026-09-23");
      await withdrawLetter(db, author, { letterId: letter.id }, on("2026-09-24"));
      expect(await readLedCase(db, letter.id)).toBeNull();
      expect(await remindLeaders(db, on("2026-10-10"))).toBe(0);
      const cases = await db.select().from(ledCases).where(eq(ledCases.letterId, letter.id));
      expect(cases.map(({ untilAt }) => untilAt)).toEqual([on("2026-09-22").at, on("2026-09-24").at]);
    }),
  );

  test(
    "ends when the letter turns out to be an accusation against the leader, who is reminded of nothing any more",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const leader = await makeLeader(db, { officeId: office.id });
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const letter = await makeLetter(db, { mailboxId: mailbox.id });
      const holder = await makeHolder(db, leader.id);
      await takeOn(db, holder, { letterId: letter.id, every: 1 }, on("2026-09-21"));
      const accused = { kind: "accusation", termClass: "ordinary", accusedLeader: leader.handle } as const;
      await acceptLetter(db, await makeOperator(db, office.id), { letterId: letter.id, ...accused }, on("2026-09-21"));
      expect((await findLetter(db, letter.id))!.ledByLeaderId).toBeNull();
      await remindLeaders(db, on("2026-09-22"));
      expect(
        await db
          .select()
          .from(notices)
          .where(and(eq(notices.personId, holder.id))),
      ).toEqual([]);
      expect(await readLedCases(db, holder, on("2026-09-22"))).toEqual([]);
      expect((await db.select().from(letters).where(eq(letters.id, letter.id)))[0]?.kind).toBe("accusation");
    }),
  );
});
