import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { lightDays, objections } from "#db/schema/index.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeHandler, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { keepLightDay, readLightDays } from "./light-days.ts";
import { countPassingOn, readPassedLetters, readPassingOffices } from "./passing-on.ts";

/** A letter that three offices had, one after the other, and the one who oversees them. */
async function makePassed(db: Db) {
  const region = await makeRegion(db);
  const office = () => makeOffice(db, { regionId: region.id });
  const [keeping, first, second, third] = [await office(), await office(), await office(), await office()];
  const mailboxId = (await makeMailbox(db, { officeId: keeping.id })).id;
  const letter = await makeLetter(db, { state: "assigned", mailboxId, leadOfficeId: first.id, at: on("2026-09-18") });
  const operator = await makeOperator(db, keeping.id);
  const hand = (slug: string, day: `${number}-${number}-${number}`) =>
    assignLetter(db, operator, { letterId: letter.id, lead: slug, assisting: [] }, on(day));
  await hand(second.slug, "2026-09-22");
  await hand(third.slug, "2026-09-29");
  const supervisor = await makePerson(db, [{ role: "supervisor", officeId: (await office()).id }]);
  return { region, first, second, third, letter, mailboxId, supervisor };
}

describe("the meter of handing on", () => {
  test(
    "counts for each office how often it had a letter handed on, after how many days, and its objections",
    inRollback(async (db) => {
      const { first, second, letter, supervisor } = await makePassed(db);
      const raised = { letterId: letter.id, officeId: first.id, raisedAt: on("2026-09-21").at };
      await db.insert(objections).values({ ...raised, state: "upheld" });
      for (const day of ["2026-10-08", "2026-10-09"] as const) await countPassingOn(db, on(day));
      expect(await readPassingOffices(db, supervisor)).toMatchObject([
        {
          office: { slug: first.slug },
          hops: 1,
          averageHeld: 4,
          objections: 1,
          upheld: 1,
          countedAt: on("2026-10-09").at,
        },
        { office: { slug: second.slug }, hops: 1, averageHeld: 7, objections: 0, upheld: 0 },
      ]);
      await expect(readPassingOffices(db, await makeHandler(db))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "shows of a letter every desk with its days, and nothing of an accusation or another region",
    inRollback(async (db) => {
      const { letter, first, second, third, supervisor } = await makePassed(db);
      const [passed, ...others] = await readPassedLetters(db, supervisor, on("2026-10-08"));
      expect(others).toEqual([]);
      expect(passed).toMatchObject({ number: letter.number, hops: 2 });
      expect(passed!.desks.map(({ office, days }) => [office.slug, days]).slice(-3)).toEqual([
        [first.slug, 4],
        [second.slug, 7],
        [third.slug, 9],
      ]);
      const elsewhere = await makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db)).id }]);
      expect(await readPassedLetters(db, elsewhere, on("2026-10-08"))).toEqual([]);
    }),
  );
});

describe("the history of lights", () => {
  test(
    "is kept once a day as the day begins, and told of the supervisor's own region",
    inRollback(async (db) => {
      const { supervisor, mailboxId, third } = await makePassed(db);
      await makeLetter(db, {
        state: "assigned",
        mailboxId,
        leadOfficeId: third.id,
        kind: "accusation",
        visibility: "handlers",
        at: on("2026-09-18"),
      });
      expect(await keepLightDay(db, on("2026-09-30", "00:00"))).toBe(1);
      expect(await keepLightDay(db, on("2026-09-30", "12:00"))).toBe(0);
      await keepLightDay(db, on("2026-10-16", "00:00"));
      expect(await readLightDays(db, supervisor, on("2026-10-16"))).toEqual([
        { day: "2026-09-30", green: 1, amber: 0, red: 0, paused: 0, provisional: 0, yellowCards: 0, redCards: 0 },
        { day: "2026-10-16", green: 0, amber: 0, red: 1, paused: 0, provisional: 0, yellowCards: 1, redCards: 0 },
      ]);
      const elsewhere = await makePerson(db, [{ role: "supervisor", officeId: (await makeOffice(db)).id }]);
      expect(await readLightDays(db, elsewhere, on("2026-10-16"))).toEqual([]);
      expect(await db.$count(lightDays)).toBe(2);
    }),
  );
});
