import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { letterOffices, objections } from "#db/schema/index.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { answerLetter } from "./answer-letter.ts";
import { assignLetter } from "./assign-letter.ts";
import { findLetter } from "./letter.ts";
import { objectToLetter, overruleObjection, upholdObjection } from "./object-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";

const why = "道路由区里管养，请改派。";

/** Assigned on a Friday; its lead office, and the triage and supervising offices of its region. */
async function assigned(db: Db) {
  const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
  const regionId = letter.mailbox.lineage.at(-1)!;
  const office = await makeOffice(db, { regionId, supervises: true });
  return {
    letter,
    says: { letterId: letter.id, words: why },
    lead: await makeHandler(db, letter.leadOfficeId),
    triage: await makeTriage(db, regionId),
    supervisor: await makePerson(db, [{ role: "supervisor", officeId: office.id }]),
  };
}

const stateOf = async (db: Db, letterId: number) =>
  (await db.select().from(objections).where(eq(objections.letterId, letterId)).orderBy(objections.id)).map(
    ({ state }) => state,
  );

const refused = (key: string) => expect.objectContaining({ key });

describe("objecting to a letter", () => {
  test(
    "is for the fifth working day and not for the sixth, which make-up days and holidays count to",
    inRollback(async (db) => {
      const { letter, lead, says } = await assigned(db);
      // 9月20日 is a make-up Sunday, 9月25日 a holiday.
      expect(await runningClock(db, letter, "object")).toMatchObject({ dueOn: "2026-09-24", amberAt: null });
      await expect(objectToLetter(db, lead, says, on("2026-09-25"))).rejects.toEqual(
        refused("letters.objectionTooLate"),
      );
      const after = await objectToLetter(db, lead, says, on("2026-09-24", "23:59"));
      expect(after).toMatchObject({ state: "assigned", leadOfficeId: letter.leadOfficeId });
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.object", words: why, public: true });
    }),
  );

  test(
    "is refused while one is open, to another office, and without words",
    inRollback(async (db) => {
      const { letter, lead, says } = await assigned(db);
      const now = on("2026-09-21");
      await expect(objectToLetter(db, await makeHandler(db), says, now)).rejects.toEqual(refused("forbidden"));
      await expect(objectToLetter(db, lead, { ...says, words: " " }, now)).rejects.toEqual(
        refused("letters.wordsMissing"),
      );
      await objectToLetter(db, lead, says, now);
      await expect(objectToLetter(db, lead, says, now)).rejects.toEqual(refused("letters.objectionOpen"));
      expect(await stateOf(db, letter.id)).toEqual(["raised"]);
    }),
  );

  test(
    "upheld gives the letter back to be assigned: the date stays, and the next lead office counts as a hop",
    inRollback(async (db) => {
      const { letter, lead, triage, says } = await assigned(db);
      const finish = await runningClock(db, letter, "finish");
      await objectToLetter(db, lead, says, on("2026-09-21"));
      await expect(
        upholdObjection(db, await makeOperator(db, letter.mailbox.officeId), says, on("2026-09-22")),
      ).rejects.toEqual(refused("forbidden"));
      const back = await upholdObjection(db, triage, says, on("2026-09-22"));
      expect(back).toMatchObject({ state: "accepted", leadOfficeId: null, hops: 0 });
      expect(await stateOf(db, letter.id)).toEqual(["upheld"]);
      const now = and(eq(letterOffices.letterId, letter.id), isNull(letterOffices.untilAt));
      expect(await db.$count(letterOffices, now)).toBe(0);

      const other = await makeOffice(db);
      const input = { letterId: letter.id, lead: other.slug, assisting: [] };
      const again = await assignLetter(db, triage, input, on("2026-09-23"));
      expect(again).toMatchObject({ state: "assigned", hops: 1, leadOfficeId: other.id });
      expect(await runningClock(db, letter, "finish")).toMatchObject({
        id: finish!.id,
        dueOn: finish!.dueOn,
        startedAt: finish!.startedAt,
      });
      expect(await runningClock(db, letter, "object")).toMatchObject({ officeId: other.id, dueOn: "2026-10-08" });
    }),
  );

  test(
    "overruled may be raised once more, and then the supervisor decides",
    inRollback(async (db) => {
      const { letter, lead, triage, supervisor, says } = await assigned(db);
      await objectToLetter(db, lead, says, on("2026-09-21"));
      await overruleObjection(db, triage, says, on("2026-09-22"));
      expect(await runningClock(db, letter, "object")).toMatchObject({ dueOn: "2026-09-30" });
      await objectToLetter(db, lead, says, on("2026-09-23"));
      await expect(overruleObjection(db, triage, says, on("2026-09-24"))).rejects.toEqual(
        refused("letters.supervisorDecides"),
      );
      await overruleObjection(db, supervisor, says, on("2026-09-24"));
      await expect(objectToLetter(db, lead, says, on("2026-09-24"))).rejects.toEqual(
        refused("letters.objectionTooLate"),
      );
      expect(await stateOf(db, letter.id)).toEqual(["overruled", "overruled"]);
    }),
  );

  test(
    "is not decided by whoever raised it, nor when none is open",
    inRollback(async (db) => {
      const { letter, triage, says } = await assigned(db);
      await expect(upholdObjection(db, triage, says, on("2026-09-21"))).rejects.toEqual(refused("letters.noObjection"));
      const regionId = letter.mailbox.lineage.at(-1)!;
      const both = await makePerson(db, [
        { role: "handler", officeId: letter.leadOfficeId! },
        { role: "triage", regionId },
      ]);
      await objectToLetter(db, both, says, on("2026-09-21"));
      await expect(upholdObjection(db, both, says, on("2026-09-21"))).rejects.toEqual(refused("letters.ownAsking"));
    }),
  );

  test(
    "is settled by another lead office, and by an answer",
    inRollback(async (db) => {
      const { letter, lead, triage, says } = await assigned(db);
      await objectToLetter(db, lead, says, on("2026-09-21"));
      const other = await makeOffice(db);
      const input = { letterId: letter.id, lead: other.slug, assisting: [] };
      await assignLetter(db, triage, input, on("2026-09-22"));
      expect(await stateOf(db, letter.id)).toEqual(["upheld"]);
      const next = await makeHandler(db, other.id);
      await objectToLetter(db, next, says, on("2026-09-22"));
      await answerLetter(db, next, { letterId: letter.id, ...fourParts }, on("2026-09-23"));
      expect(await stateOf(db, letter.id)).toEqual(["upheld", "overruled"]);
    }),
  );

  test(
    "shows on the desk what stands in its way, in the words that trying meets",
    inRollback(async (db) => {
      const { letter, lead, triage, says } = await assigned(db);
      const onDesk = async (actor: typeof lead, now: ReturnType<typeof on>) => {
        const seen = (await readLetterFor(db, actor, letter.number, now))!;
        return Object.fromEntries(seen.steps.map(({ step, obstacle }) => [step, obstacle?.key ?? null]));
      };
      expect(await onDesk(lead, on("2026-09-21"))).toMatchObject({ object: null });
      expect(await onDesk(lead, on("2026-09-25"))).toMatchObject({ object: "letters.objectionTooLate" });
      await objectToLetter(db, lead, says, on("2026-09-21"));
      expect(await onDesk(lead, on("2026-09-21"))).toMatchObject({ object: "letters.objectionOpen" });
      expect(await onDesk(triage, on("2026-09-21"))).toMatchObject({ uphold: null, overrule: null });
      await overruleObjection(db, triage, says, on("2026-09-21"));
      await objectToLetter(db, lead, says, on("2026-09-22"));
      expect(await onDesk(triage, on("2026-09-22"))).toMatchObject({ uphold: "letters.supervisorDecides" });
      expect((await findLetter(db, letter.id))!.state).toBe("assigned");
    }),
  );
});
