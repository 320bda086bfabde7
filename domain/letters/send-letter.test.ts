import { describe, expect, test } from "vitest";
import { nobody } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { runningClock } from "#test/running-clock.ts";
import { queryCodeHash } from "./numbers.ts";
import { type Sending, sendLetter } from "./send-letter.ts";

const written: Sending = {
  kind: "complaint",
  visibility: "nameless",
  title: "水压不足",
  body: "四楼以上早晚高峰没有水。",
  via: "letter",
};

describe("sending a letter", () => {
  test(
    "gives a number of its year and a query code, of which only a hash is kept",
    inRollback(async (db) => {
      const mailbox = (await makeMailbox(db)).slug;
      const author = await makeCitizen(db);
      const first = await sendLetter(db, author, { ...written, mailbox }, on("2026-09-18"));
      const second = await sendLetter(db, author, { ...written, mailbox }, on("2026-12-31", "23:59"));
      const third = await sendLetter(db, author, { ...written, mailbox }, on("2027-01-01", "00:01"));
      expect([first, second, third].map(({ letter }) => letter.number)).toEqual([
        "HY-2026-00001",
        "HY-2026-00002",
        "HY-2027-00001",
      ]);
      expect(first.queryCode).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/);
      expect(first.letter.queryCodeHash).toBe(queryCodeHash(first.letter.number, ` ${first.queryCode.toLowerCase()} `));
      expect(JSON.stringify(first.letter)).not.toContain(first.queryCode);
    }),
  );

  test(
    "starts the three working days in which it must be accepted",
    inRollback(async (db) => {
      const { slug, officeId } = await makeMailbox(db);
      const { letter } = await sendLetter(db, await makeCitizen(db), { ...written, mailbox: slug }, on("2026-09-30"));
      expect(await runningClock(db, letter, "accept")).toMatchObject({ dueOn: "2026-10-10", officeId });
    }),
  );

  test(
    "tells nobody but the handlers: the event is private and names no author",
    inRollback(async (db) => {
      const mailbox = await makeMailbox(db);
      const { letter } = await sendLetter(
        db,
        await makeCitizen(db),
        { ...written, mailbox: mailbox.slug },
        on("2026-09-18"),
      );
      const [event] = await eventsOf(db, letter);
      expect(event).toMatchObject({ what: "letter.send", public: false, role: "author", words: null });
      expect(event?.topics).toContain(`mailbox:${mailbox.slug}`);
      expect(JSON.stringify(event?.counts)).not.toContain("水");
    }),
  );

  test(
    "without a chosen mailbox goes to the nearest office that triages",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      await makeMailbox(db, { officeId: (await makeOffice(db, { regionId: county.id })).id });
      const triage = await makeMailbox(db, {
        officeId: (await makeOffice(db, { regionId: city.id, triages: true })).id,
      });
      const { letter } = await sendLetter(
        db,
        await makeCitizen(db),
        { ...written, region: county.slug },
        on("2026-09-18"),
      );
      expect(letter).toMatchObject({ mailboxId: triage.id, regionId: county.id });
    }),
  );

  test(
    "is refused to nobody, to the unverified, and to a closed mailbox",
    inRollback(async (db) => {
      const closed = await makeMailbox(db, { closedAt: on("2026-01-01").at });
      const unverified = await makePerson(db, [], { verifiedAt: null });
      const send = (actor: Parameters<typeof sendLetter>[1], mailbox: string) =>
        sendLetter(db, actor, { ...written, mailbox }, on("2026-09-18"));
      await expect(send(nobody, closed.slug)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(send(unverified, closed.slug)).rejects.toMatchObject({ key: "forbidden" });
      await expect(send(await makeCitizen(db), closed.slug)).rejects.toMatchObject({ key: "letters.mailboxClosed" });
      await expect(send(await makeCitizen(db), "nowhere")).rejects.toMatchObject({ key: "letters.mailboxMissing" });
    }),
  );

  test(
    "an accusation cannot be laid on the desk of the accused, and stays with its handlers",
    inRollback(async (db) => {
      const accused = await makeOffice(db);
      const accusation = { ...written, kind: "accusation" as const, accusedOffice: accused.slug };
      const own = await makeMailbox(db, { officeId: accused.id });
      const author = await makeCitizen(db);
      await expect(
        sendLetter(db, author, { ...accusation, mailbox: own.slug }, on("2026-09-18")),
      ).rejects.toMatchObject({
        key: "letters.accusedMailbox",
      });
      const { letter } = await sendLetter(
        db,
        author,
        { ...accusation, mailbox: (await makeMailbox(db)).slug },
        on("2026-09-18"),
      );
      expect(letter).toMatchObject({ visibility: "handlers", accusedOfficeId: accused.id });
      expect((await eventsOf(db, letter))[0]?.topics.filter((topic) => !topic.startsWith("desk:"))).toEqual([]);
    }),
  );
});
