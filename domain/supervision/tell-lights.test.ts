import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { clocks, events, lightChanges, type offices, orders } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { askWriter } from "#domain/letters/ask-and-supply.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter, otherParts } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { endMootOrders } from "./climb-ladder.ts";
import { tellLights } from "./tell-lights.ts";

/** Assigned on Friday 18 September 2026: due 15 October, amber 12, yellow card 16, red card 22 October. */
const sent = on("2026-09-18");
const afterRedCard: CivilDate = "2026-10-23";

/** A city with its petition office, a disciplinary office, and an office that leads. */
async function makeCity(db: Db) {
  const region = await makeRegion(db);
  const office = (given: Partial<typeof offices.$inferInsert> = {}) =>
    makeOffice(db, { regionId: region.id, ...given });
  const government = await office({ supervises: true });
  const disciplinary = await office({ supervises: true });
  const petitions = await office({ supervises: true, parentId: government.id });
  await office({ triages: true, parentId: petitions.id });
  const lead = await office({ parentId: government.id });
  const mailboxId = (await makeMailbox(db, { officeId: (await office()).id })).id;
  return { region, government, disciplinary, petitions, lead, mailboxId };
}

const told = async (db: Db, letter: { id: number }) =>
  (await db.select().from(lightChanges).where(eq(lightChanges.letterId, letter.id)).orderBy(lightChanges.id)).map(
    ({ level }) => level,
  );

const issued = (db: Db, letter: { id: number }) =>
  db.select().from(orders).where(eq(orders.letterId, letter.id)).orderBy(orders.id);

describe("the timetable climbs the ladder", () => {
  test(
    "by 提醒 at amber, 催办 at red and a 督办单 with a date at the red card, each once, each in place of the one below",
    inRollback(async (db) => {
      const { petitions, lead, mailboxId } = await makeCity(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: sent });
      const finish = (await runningClock(db, letter, "finish"))!;
      const on1 = (at: Date | null, shift = 0) => ({ ...sent, at: new Date(at!.getTime() + shift) });

      await tellLights(db, on1(finish.amberAt, -1));
      expect(await issued(db, letter)).toEqual([]);
      await tellLights(db, on1(finish.amberAt));
      expect(await issued(db, letter)).toMatchObject([
        { level: "remind", automatic: true, channel: null, byOfficeId: petitions.id, toOfficeId: lead.id },
      ]);
      await tellLights(db, on1(finish.dueAt, -1));
      expect(await issued(db, letter)).toHaveLength(1);
      await tellLights(db, on1(finish.dueAt));
      expect(await runningClock(db, letter, "order")).toBeUndefined();
      const late = on("2026-10-22", "00:00");
      expect(late.at).toEqual(finish.redAt);
      await tellLights(db, late);
      await tellLights(db, on(afterRedCard));

      expect((await issued(db, letter)).map(({ level, state }) => [level, state])).toEqual([
        ["remind", "escalated"],
        ["urge", "escalated"],
        ["order", "issued"],
      ]);
      expect(await runningClock(db, letter, "order")).toMatchObject({ officeId: lead.id, dueOn: "2026-10-29" });
      expect(await told(db, letter)).toEqual(["amber", "red", "yellowCard", "redCard"]);
      const steps = (await eventsOf(db, letter)).filter(({ what }) => what === "letter.order");
      expect(steps).toHaveLength(3);
      expect(steps.every((event) => event.public && event.role === "clock")).toBe(true);
    }),
  );

  test(
    "even when it slept through all of them, and twice changes nothing",
    inRollback(async (db) => {
      const { lead, mailboxId } = await makeCity(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: sent });
      expect(await tellLights(db, on(afterRedCard))).toBeGreaterThanOrEqual(4);
      const before = await issued(db, letter);
      expect(before.map(({ level }) => level)).toEqual(["remind", "urge", "order"]);
      await tellLights(db, on(afterRedCard));
      expect(await issued(db, letter)).toEqual(before);
    }),
  );

  test(
    "in another supervising office's name where the petition office has the letter itself: not in its superior's",
    inRollback(async (db) => {
      const { petitions, disciplinary, mailboxId } = await makeCity(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: petitions.id, at: sent });
      await tellLights(db, on("2026-10-16"));
      expect((await issued(db, letter)).map(({ byOfficeId }) => byOfficeId)).toEqual([
        disciplinary.id,
        disciplinary.id,
      ]);
    }),
  );

  test(
    "in the nearest region's name above when its own supervises nobody, and not at all when nobody does",
    inRollback(async (db) => {
      const { region, petitions } = await makeCity(db);
      const county = await makeRegion(db, region);
      const mailboxId = (await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: county.id })).id })).id;
      const letter = await makeLetter(db, { state: "assigned", mailboxId, at: sent });
      const alone = await makeLetter(db, { state: "assigned", at: sent });
      await tellLights(db, on("2026-10-15"));
      expect(await issued(db, letter)).toMatchObject([{ byOfficeId: petitions.id }]);
      expect(await issued(db, alone)).toEqual([]);
      expect(await told(db, alone)).toEqual(["amber"]);
    }),
  );
});

describe("what is left alone", () => {
  test(
    "a clock that stands still, a provisional date, an accusation, what started before the platform's own rules",
    inRollback(async (db) => {
      const { lead, mailboxId } = await makeCity(db);
      const made = { mailboxId, leadOfficeId: lead.id, at: sent };
      const paused = await makeLetter(db, { ...made, state: "assigned" });
      await askWriter(db, await makeHandler(db, lead.id), { letterId: paused.id, words: "请说明楼号。" }, sent);
      const accusation = await makeLetter(db, {
        ...made,
        state: "assigned",
        kind: "accusation",
        visibility: "handlers",
      });
      const past = await makeLetter(db, { ...made, state: "assigned", at: on("2011-03-01") });
      const provisional = await makeLetter(db, { ...made, state: "assigned", at: on("2026-12-25") });
      await tellLights(db, on("2027-06-30"));
      for (const letter of [paused, accusation, past, provisional]) {
        expect(await told(db, letter)).toEqual([]);
        expect(await issued(db, letter)).toEqual([]);
      }
      expect(await db.$count(events, and(eq(events.what, "light.change"), eq(events.public, false)))).toBe(0);
    }),
  );
});

describe("what the timetable asked", () => {
  test(
    "ends with the answer: a reminder in silence, a 督办单 in words, and the late answer is told",
    inRollback(async (db) => {
      const { lead, mailboxId } = await makeCity(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: sent });
      const reminded = await makeLetter(db, {
        state: "assigned",
        mailboxId,
        leadOfficeId: lead.id,
        at: on("2026-09-30"),
      });
      const handler = await makeHandler(db, lead.id);
      await tellLights(db, on(afterRedCard));
      await answerLetter(db, handler, { letterId: letter.id, ...fourParts }, on(afterRedCard));
      await answerLetter(db, handler, { letterId: reminded.id, ...otherParts }, on(afterRedCard));
      expect(await endMootOrders(db, on("2026-10-24"))).toBe(2);
      expect(await endMootOrders(db, on("2026-10-24"))).toBe(0);

      expect((await issued(db, letter)).at(-1)).toMatchObject({ level: "order", state: "lifted" });
      expect(await runningClock(db, letter, "order")).toBeUndefined();
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.lift", role: "clock" });
      expect(await issued(db, reminded)).toMatchObject([{ level: "remind", state: "lifted", endedEventId: null }]);

      await tellLights(db, on("2026-10-24"));
      expect(await told(db, letter)).toEqual(["amber", "red", "yellowCard", "redCard", "endedLate"]);
      expect(await told(db, reminded)).toEqual(["amber"]);
    }),
  );

  test(
    "ends without a word with a letter that was withdrawn",
    inRollback(async (db) => {
      const { lead, mailboxId } = await makeCity(db);
      const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: lead.id, at: sent });
      await tellLights(db, on(afterRedCard));
      await withdrawLetter(db, (await readPerson(db, letter.authorId!))!, { letterId: letter.id }, on(afterRedCard));
      await endMootOrders(db, on("2026-10-24"));
      expect((await issued(db, letter)).map(({ state }) => state)).toEqual(["escalated", "escalated", "lifted"]);
      expect(await db.$count(clocks, and(eq(clocks.letterId, letter.id), eq(clocks.what, "order")))).toBe(1);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.withdraw" });
    }),
  );
});
