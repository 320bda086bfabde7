import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler, makeOperator, makePerson, makeTriage } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { askExtension } from "./extend-letter.ts";
import { listDeskLetters } from "./list-desk-letters.ts";
import { objectToLetter, overruleObjection } from "./object-letter.ts";
import { makePromise } from "./promise-letter.ts";

const now = on("2026-09-21");

/** How many letters wait for each of them. */
async function waiting(db: Db, people: Person[], waits: "decision" | "owed") {
  const pages = await Promise.all(
    people.map((person) => listDeskLetters(db, person, { waits, ...(waits === "owed" && { state: "all" }) }, now)),
  );
  return pages.map(({ total }) => total);
}

test(
  "an objection waits for triage, a second one for the supervisor, more time for the head, a promise for the office",
  inRollback(async (db) => {
    const letter = await makeLetter(db, { state: "assigned", at: on("2026-09-18") });
    const regionId = letter.mailbox.lineage.at(-1)!;
    const supervising = await makeOffice(db, { regionId, supervises: true });
    const lead = await makeHandler(db, letter.leadOfficeId);
    const triage = await makeTriage(db, regionId);
    const supervisor = await makePerson(db, [{ role: "supervisor", officeId: supervising.id }]);
    const head = await makeOperator(db, letter.leadOfficeId);
    const everybody = [lead, triage, supervisor, head];
    const says = { letterId: letter.id, words: "不属本单位职责。" };
    expect(await waiting(db, everybody, "decision")).toEqual([0, 0, 0, 0]);

    await objectToLetter(db, lead, says, now);
    expect(await waiting(db, everybody, "decision")).toEqual([0, 1, 0, 0]);
    await overruleObjection(db, triage, says, now);
    expect(await waiting(db, everybody, "decision")).toEqual([0, 0, 0, 0]);
    await objectToLetter(db, lead, says, now);
    expect(await waiting(db, everybody, "decision")).toEqual([0, 0, 1, 0]);
    await overruleObjection(db, supervisor, says, now);

    await askExtension(db, lead, { ...says, days: 10 }, now);
    expect(await waiting(db, everybody, "decision")).toEqual([0, 0, 0, 1]);
    expect(await waiting(db, everybody, "owed")).toEqual([0, 0, 0, 0]);
    await makePromise(db, lead, { ...says, due: "2026-09-30" }, now);
    expect(await waiting(db, everybody, "owed")).toEqual([1, 0, 0, 1]);
  }),
);
