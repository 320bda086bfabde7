import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readPerson } from "#domain/access/actor.ts";
import type { Working } from "#domain/calendar/working.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader } from "#test/factories/offices.ts";
import { makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { answerLetter } from "./answer-letter.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { askExtension, denyExtension, grantExtension } from "./extend-letter.ts";

const why = "要等管线图纸。";
const refused = (key: string) => expect.objectContaining({ key });

/** Received on 13 February: fifteen working days end on 12 March, and fifteen calendar days more on the 27th. */
async function assigned(db: Db) {
  const letter = await makeLetter(db, { state: "assigned", at: on("2026-02-13") });
  return {
    letter,
    says: { letterId: letter.id, words: why },
    lead: await makeHandler(db, letter.leadOfficeId),
    head: await makeOperator(db, letter.leadOfficeId),
  };
}

describe("asking for more time", () => {
  test(
    "granted adds calendar days to the date, then rolls; the working tells the days",
    inRollback(async (db) => {
      const { letter, lead, head, says } = await assigned(db);
      const before = await runningClock(db, letter, "finish");
      expect(before).toMatchObject({ dueOn: "2026-03-12" });
      await askExtension(db, lead, { ...says, days: 15 }, on("2026-03-10"));
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-03-12" });
      await grantExtension(db, head, { letterId: letter.id, words: "" }, on("2026-03-11"));
      const after = await runningClock(db, letter, "finish");
      expect(after).toMatchObject({ id: before!.id, dueOn: "2026-03-27", startedAt: before!.startedAt });
      expect(after!.working as Working).toMatchObject({ extension: 15, rolled: false });
      expect(after!.amberAt!.getTime()).toBeGreaterThan(before!.amberAt!.getTime());
      const [asked, granted] = (await eventsOf(db, letter)).slice(-2);
      expect(asked).toMatchObject({ what: "letter.extend", words: why, public: true, counts: { days: 15 } });
      expect(granted).toMatchObject({ what: "letter.grant", counts: { days: 15, due: "2026-03-27" } });
    }),
  );

  test(
    "of thirty-one days is refused in a sentence, of thirty is not",
    inRollback(async (db) => {
      const { lead, says } = await assigned(db);
      await expect(askExtension(db, lead, { ...says, days: 31 }, on("2026-02-14"))).rejects.toMatchObject({
        key: "letters.extensionTooLong",
        details: { days: 31, most: 30 },
      });
      await askExtension(db, lead, { ...says, days: 30 }, on("2026-02-14"));
    }),
  );

  test(
    "is for once, and for a date that is not past: neither asked for nor granted after it",
    inRollback(async (db) => {
      const { letter, lead, head, says } = await assigned(db);
      const late = on("2026-03-13");
      const ask = (now = on("2026-03-10")) => askExtension(db, lead, { ...says, days: 10 }, now);
      await expect(ask(late)).rejects.toEqual(refused("letters.extensionTooLate"));
      await ask();
      await expect(ask()).rejects.toEqual(refused("letters.extensionOpen"));
      await expect(grantExtension(db, head, says, late)).rejects.toEqual(refused("letters.extensionTooLate"));
      await denyExtension(db, head, says, late);
      expect(await runningClock(db, letter, "finish")).toMatchObject({ dueOn: "2026-03-12" });
      await ask();
      await grantExtension(db, head, says, on("2026-03-12", "23:59"));
      await expect(ask()).rejects.toEqual(refused("letters.extendedOnce"));
      await expect(grantExtension(db, head, says, on("2026-03-12"))).rejects.toEqual(refused("letters.noExtension"));
    }),
  );

  test(
    "is decided by the head of the lead office, never by whoever asked, and by nobody else",
    inRollback(async (db) => {
      const { letter, lead, says } = await assigned(db);
      const officeId = letter.leadOfficeId!;
      const both = await makePerson(db, [
        { role: "handler", officeId },
        { role: "operator", officeId },
      ]);
      const now = on("2026-02-24");
      await expect(askExtension(db, await makeHandler(db), { ...says, days: 5 }, now)).rejects.toEqual(
        refused("forbidden"),
      );
      await askExtension(db, both, { ...says, days: 5 }, now);
      await expect(grantExtension(db, both, says, now)).rejects.toEqual(refused("letters.ownAsking"));
      for (const actor of [lead, await makeOperator(db, letter.mailbox.officeId)]) {
        await expect(grantExtension(db, actor, says, now)).rejects.toEqual(refused("forbidden"));
      }
      const leader = await makeHolder(db, (await makeLeader(db, { officeId })).id);
      await grantExtension(db, leader, says, now);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.grant", role: "leader", officeId });
    }),
  );

  test(
    "stays in the count when the writer is asked afterwards, and the days of the asking are not counted",
    inRollback(async (db) => {
      const { letter, lead, head, says } = await assigned(db);
      await askExtension(db, lead, { ...says, days: 15 }, on("2026-03-10"));
      await grantExtension(db, head, says, on("2026-03-10"));
      await askWriter(db, lead, says, on("2026-03-16"));
      await supplyWords(db, (await readPerson(db, letter.authorId!))!, says, on("2026-03-17"));
      const clock = await runningClock(db, letter, "finish");
      expect(clock).toMatchObject({ dueOn: "2026-03-30" });
      expect(clock!.working as Working).toMatchObject({ extension: 15, pauses: [{ from: "2026-03-16" }] });
    }),
  );

  test(
    "falls when the office answers",
    inRollback(async (db) => {
      const { letter, lead, head, says } = await assigned(db);
      await askExtension(db, lead, { ...says, days: 15 }, on("2026-03-10"));
      await answerLetter(db, lead, { letterId: letter.id, ...fourParts }, on("2026-03-11"));
      await expect(grantExtension(db, head, says, on("2026-03-11"))).rejects.toMatchObject({
        key: expect.stringMatching(/^letters\.(tooLate|overtaken)$/),
      });
    }),
  );
});
