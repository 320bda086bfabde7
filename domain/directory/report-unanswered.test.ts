import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { letters, signatures } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { findLetterByNumber } from "#domain/letters/letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { newPhoneInput } from "./input.ts";
import { addPhone } from "./keep-phone.ts";
import { readPhonesOf } from "./read-phones.ts";
import { reportUnanswered } from "./report-unanswered.ts";

const now = on("2026-09-18", "10:24");

/** An office with a telephone, below one that takes letters. */
async function makePhone(db: Db, hours: Record<string, string> = { friday: "08:30-12:00" }) {
  const superior = await makeOffice(db);
  const mailbox = await makeMailbox(db, { officeId: superior.id });
  const office = await makeOffice(db, { parentId: superior.id, regionId: superior.regionId });
  await makeMailbox(db, { officeId: office.id });
  const entered = newPhoneInput.parse({ office: office.slug, label: "办公室", number: "0762-000-2001", ...hours });
  const phoneId = await addPhone(db, await makeOperator(db, office.id), entered, on("2026-09-01"));
  return { phoneId, office, mailbox };
}

describe("a number that nobody answers", () => {
  test(
    "becomes a complaint to the office above, with number, day and time in it",
    inRollback(async (db) => {
      const { phoneId, office, mailbox } = await makePhone(db);
      const caller = await makeCitizen(db);
      const { number, began } = await reportUnanswered(db, caller, { phoneId }, now);
      expect(began).toBe(true);
      const letter = await findLetterByNumber(db, number);
      expect(letter).toMatchObject({
        kind: "complaint",
        mailboxId: mailbox.id,
        authorId: caller.id,
        visibility: "nameless",
      });
      expect(letter!.body).toContain("2026年9月18日（周五）10:24");
      expect(letter!.body).toContain("0762-000-2001");
      expect(letter!.body).toContain("08:30-12:00");
      expect(await readPhonesOf(db, office.slug, now)).toMatchObject([{ unanswered: { n: 1, letter: number } }]);
    }),
  );

  test(
    "gathers the callers of a day in one letter, and begins anew the next day",
    inRollback(async (db) => {
      const { phoneId, office } = await makePhone(db, { friday: "08:30-12:00", monday: "08:30-12:00" });
      const first = await reportUnanswered(db, await makeCitizen(db), { phoneId }, now);
      const second = await makeCitizen(db);
      const joined = await reportUnanswered(db, second, { phoneId }, now);
      expect(joined).toMatchObject({ number: first.number, began: false });
      const letter = await findLetterByNumber(db, first.number);
      const signed = await db.select().from(signatures).where(eq(signatures.letterId, letter!.id));
      expect(signed).toMatchObject([{ personId: second.id, nameHidden: true }]);
      expect(await readPhonesOf(db, office.slug, now)).toMatchObject([{ unanswered: { n: 2 } }]);
      const monday = on("2026-09-21", "10:00");
      const later = await reportUnanswered(db, second, { phoneId }, monday);
      expect([later.began, later.number === first.number]).toEqual([true, false]);
      expect(await readPhonesOf(db, office.slug, monday)).toMatchObject([{ unanswered: { n: 1 } }]);
    }),
  );

  test(
    "joins no letter that is over",
    inRollback(async (db) => {
      const { phoneId } = await makePhone(db);
      const writer = await makeCitizen(db);
      const { number } = await reportUnanswered(db, writer, { phoneId }, now);
      const letter = await findLetterByNumber(db, number);
      await withdrawLetter(db, writer, { letterId: letter!.id }, now);
      expect(await reportUnanswered(db, await makeCitizen(db), { phoneId }, now)).toMatchObject({ began: true });
    }),
  );

  test(
    "is counted once a person and day, and never outside its hours",
    inRollback(async (db) => {
      const { phoneId } = await makePhone(db);
      const caller = await makeCitizen(db);
      const { number } = await reportUnanswered(db, caller, { phoneId }, now);
      await expect(reportUnanswered(db, caller, { phoneId }, on("2026-09-18", "11:00"))).rejects.toMatchObject({
        key: "directory.reportedToday",
        details: { letter: number },
      });
      const other = await makeCitizen(db);
      const noon = reportUnanswered(db, other, { phoneId }, on("2026-09-18", "12:00"));
      await expect(noon).rejects.toMatchObject({ key: "directory.outOfHours", details: { hours: "08:30-12:00" } });
      const saturday = reportUnanswered(db, other, { phoneId }, on("2026-09-19", "10:00"));
      await expect(saturday).rejects.toMatchObject({ key: "directory.nobodyToday" });
      expect(await db.$count(letters, eq(letters.number, number))).toBe(1);
    }),
  );

  test(
    "without published hours is always to be answered",
    inRollback(async (db) => {
      const { phoneId } = await makePhone(db, {});
      const midnight = on("2026-09-19", "23:30");
      expect(await reportUnanswered(db, await makeCitizen(db), { phoneId }, midnight)).toMatchObject({ began: true });
    }),
  );

  test(
    "goes to the region's triage where no superior takes letters",
    inRollback(async (db) => {
      const triage = await makeOffice(db, { triages: true });
      const centre = await makeMailbox(db, { officeId: triage.id });
      const silent = await makeOffice(db, { regionId: triage.regionId });
      const office = await makeOffice(db, { regionId: triage.regionId, parentId: silent.id });
      const entered = newPhoneInput.parse({ office: office.slug, label: "办公室", number: "0762-000-2001" });
      const phoneId = await addPhone(db, await makeOperator(db, office.id), entered, now);
      const { number } = await reportUnanswered(db, await makeCitizen(db), { phoneId }, now);
      expect(await findLetterByNumber(db, number)).toMatchObject({ mailboxId: centre.id });
    }),
  );

  test(
    "is not reported by a desk, by somebody unverified, or by nobody",
    inRollback(async (db) => {
      const { phoneId } = await makePhone(db);
      const unverified = await makePerson(db, [], { verifiedAt: null });
      for (const actor of [await makeOperator(db), unverified]) {
        await expect(reportUnanswered(db, actor, { phoneId }, now)).rejects.toMatchObject({ key: "forbidden" });
      }
      await expect(reportUnanswered(db, nobody, { phoneId }, now)).rejects.toMatchObject({ key: "signInFirst" });
      const missing = reportUnanswered(db, await makeCitizen(db), { phoneId: 999_999_999 }, now);
      await expect(missing).rejects.toMatchObject({ key: "directory.phoneMissing" });
    }),
  );
});
