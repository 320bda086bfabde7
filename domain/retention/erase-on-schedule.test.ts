import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, eventWords, letterContacts, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { askWriter, supplyWords } from "#domain/letters/ask-and-supply.ts";
import { readContact } from "#domain/letters/open-letter.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { identityNumber, makeTelling } from "#test/factories/telling-letter.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { eraseOnSchedule, monthsBefore } from "./erase-on-schedule.ts";
import { holdLetter, releaseLetter } from "./hold-letter.ts";
import { listHeld } from "./list-held.ts";

const sent = on("2026-03-02");

const contactOf = async (db: Db, letterId: number) =>
  (await db.select().from(letterContacts).where(eq(letterContacts.letterId, letterId)))[0];
const bodyOf = async (db: Db, letterId: number) =>
  (await db.select({ body: letters.body }).from(letters).where(eq(letters.id, letterId)))[0]!.body;

describe("what is kept is erased in time", () => {
  test(
    "six months after a letter is over, and not a day earlier",
    inRollback(async (db) => {
      const { letter, author } = await makeTelling(db);
      await withdrawLetter(db, author, { letterId: letter.id }, on("2026-03-05"));
      expect(await eraseOnSchedule(db, on("2026-09-05"))).toBe(0);
      expect(await bodyOf(db, letter.id)).toContain(identityNumber);
      expect(await eraseOnSchedule(db, on("2026-09-06"))).toBe(1);
      expect(await contactOf(db, letter.id)).toMatchObject({ nameSealed: null, phoneSealed: null });
      expect(await bodyOf(db, letter.id)).toBe("我是（已隐去：姓名），身份证 （已隐去：身份证号），请帮忙。");
      expect(await eraseOnSchedule(db, on("2026-09-07"))).toBe(0);
    }),
  );

  test(
    "and the public log says how many, without saying whose",
    inRollback(async (db) => {
      const { letter, author } = await makeTelling(db);
      await withdrawLetter(db, author, { letterId: letter.id }, sent);
      await eraseOnSchedule(db, on("2026-10-01"));
      const [said] = await db.select().from(events).where(eq(events.what, "retention.erase"));
      expect(said).toMatchObject({ public: true, counts: { letters: 1 }, topics: ["log"], personId: null });
      const [own] = await db.select().from(events).where(eq(events.what, "letter.erase"));
      expect(own).toMatchObject({ public: false, counts: { text: 2, words: 0 }, subject: `letter:${letter.id}` });
    }),
  );

  test(
    "words the writer supplied lose text and salt, their hash stays",
    inRollback(async (db) => {
      const { letter, author, office } = await makeTelling(db);
      await askWriter(db, await makeOperator(db, office.id), { letterId: letter.id, words: "请补充。" }, sent);
      await supplyWords(db, author, { letterId: letter.id, words: `身份证就是 ${identityNumber}` }, sent);
      await withdrawLetter(db, author, { letterId: letter.id }, sent);
      const wordsOf = async (what: string) => {
        const [row] = await db
          .select({ text: eventWords.text, salt: eventWords.salt, hash: eventWords.hash })
          .from(eventWords)
          .innerJoin(events, eq(events.id, eventWords.eventId))
          .where(and(eq(events.what, what), eq(events.subject, `letter:${letter.id}`)));
        return row!;
      };
      const { hash } = await wordsOf("letter.supply");
      await eraseOnSchedule(db, on("2026-10-01"));
      expect(await wordsOf("letter.supply")).toEqual({ text: null, salt: null, hash });
      expect((await wordsOf("letter.ask")).text).toBe("请补充。");
    }),
  );

  test(
    "not while something of it runs, and not while it is on hold",
    inRollback(async (db) => {
      const { letter, author, administrator } = await makeTelling(db);
      // Closed, and a clock of it still runs: a promise, a response to its rating, a review.
      const owed = await makeLetter(db, { state: "answered", at: sent });
      await db.update(letters).set({ state: "closed", closedAt: sent.at }).where(eq(letters.id, owed.id));
      await withdrawLetter(db, author, { letterId: letter.id }, sent);
      await holdLetter(db, administrator, { number: letter.number, words: "案件正在诉讼。" }, sent);
      expect(await eraseOnSchedule(db, on("2027-03-01"))).toBe(0);
      expect((await contactOf(db, letter.id))!.erasedAt).toBeNull();
      expect((await listHeld(db, null)).held).toMatchObject([{ number: letter.number, reason: "案件正在诉讼。" }]);
      await releaseLetter(db, administrator, { number: letter.number }, on("2027-03-01"));
      expect(await eraseOnSchedule(db, on("2027-03-02"))).toBe(1);
      expect(await contactOf(db, owed.id)).toBeUndefined();
    }),
  );

  test(
    "a letter that came in on hold, as those of the public record, is never touched",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const writing = { kind: "help", visibility: "nickname", title: "修路", body: `号码 ${identityNumber}` } as const;
      const author = await makeCitizen(db);
      const of = { ...writing, mailbox: mailbox.slug, via: "letter", retentionHold: true } as const;
      await makeRegion(db);
      const { letter } = await sendLetter(db, author, of, on("2010-03-01"));
      await withdrawLetter(db, author, { letterId: letter.id }, on("2010-03-02"));
      expect(await eraseOnSchedule(db, on("2026-09-01"))).toBe(0);
      expect(await bodyOf(db, letter.id)).toContain(identityNumber);
    }),
  );

  test(
    "nobody reads a contact that was erased",
    inRollback(async (db) => {
      const { letter, author, office } = await makeTelling(db);
      const operator = await makeOperator(db, office.id);
      expect(await readContact(db, operator, { letterId: letter.id }, sent)).toMatchObject({ name: "林晓月" });
      await withdrawLetter(db, author, { letterId: letter.id }, sent);
      await eraseOnSchedule(db, on("2026-10-01"));
      expect(await readContact(db, operator, { letterId: letter.id }, on("2026-10-02"))).toEqual({
        name: null,
        phone: null,
      });
    }),
  );

  test(
    "a hold is for whoever administers all regions, and never tells of an accusation",
    inRollback(async (db) => {
      const { letter, administrator, root } = await makeTelling(db);
      const hold = { number: letter.number, words: "审计。" };
      const below = await makePerson(db, [{ role: "administrator", regionId: (await makeRegion(db, root)).id }]);
      for (const actor of [below, await makeTriage(db, root.id), await makeHandler(db)]) {
        await expect(holdLetter(db, actor, hold, sent)).rejects.toMatchObject({ key: "forbidden" });
        await expect(releaseLetter(db, actor, hold, sent)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(holdLetter(db, nobody, hold, sent)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(releaseLetter(db, administrator, hold, sent)).rejects.toMatchObject({ key: "retention.notHeld" });
      await holdLetter(db, administrator, hold, sent);
      await expect(holdLetter(db, administrator, hold, sent)).rejects.toMatchObject({ key: "retention.heldAlready" });
      const accusation = await makeLetter(db, { kind: "accusation", at: sent });
      await expect(
        holdLetter(db, administrator, { number: accusation.number, words: "审计。" }, sent),
      ).rejects.toMatchObject({ key: "letters.missing" });
    }),
  );

  test.each([
    ["2026-08-31", 6, "2026-02-28"],
    ["2024-08-31", 6, "2024-02-29"],
    ["2026-01-15", 1, "2025-12-15"],
    ["2026-03-31", 25, "2024-02-29"],
  ] as const)("%s less %i months is %s", (date, months, earlier) => {
    expect(monthsBefore(date as CivilDate, months)).toBe(earlier);
  });
});
