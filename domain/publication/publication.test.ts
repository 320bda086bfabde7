import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, images, letters } from "#db/schema/index.ts";
import { nobody, type Person, readPerson } from "#domain/access/actor.ts";
import { readImage } from "#domain/images/read.ts";
import { storeImage } from "#domain/images/store.ts";
import { openLetter } from "#domain/letters/open-letter.ts";
import { publishLetter } from "#domain/letters/publish-letter.ts";
import { readPublicLetter } from "#domain/letters/read-public-letter.ts";
import { reportProgress } from "#domain/letters/report-progress.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { hideWordsOf } from "./hide-words.ts";
import { hidePicture, publishPicture } from "./publish-picture.ts";
import { readReadings } from "./read-readings.ts";
import { withdrawConsent } from "./withdraw-consent.ts";

const now = on("2026-09-18");
const code = "personal" as const;

/** A public letter in hand, with those who have to do with it. */
async function makePublic(db: Db) {
  const letter = await makeLetter(db, { state: "assigned", visibility: "nickname", at: now });
  return {
    letter,
    author: (await readPerson(db, letter.authorId!))!,
    operator: await makeOperator(db, letter.mailbox.officeId),
    handler: await makeHandler(db, letter.leadOfficeId),
  };
}

const shown = async (db: Db, number: string) => {
  const read = await readPublicLetter(db, number, now);
  return read?.face === "open" ? read : null;
};

describe("a writer's consent", () => {
  test(
    "is taken back at any time: the text is off the web, and no office publishes it again",
    inRollback(async (db) => {
      const { letter, author, operator, handler } = await makePublic(db);
      await reportProgress(db, handler, { letterId: letter.id, words: "正在核实。" }, now);
      expect((await shown(db, letter.number))!.body).toBe(letter.body);
      await withdrawConsent(db, author, { letterId: letter.id }, now);
      expect(await readPublicLetter(db, letter.number, now)).toMatchObject({ face: "shut" });
      const progress = (await eventsOf(db, letter)).find(({ what }) => what === "letter.progress");
      expect(progress!.wordsHiddenAt).not.toBeNull();
      const again = { letterId: letter.id, publicTitle: "题", publicBody: "文" };
      await expect(publishLetter(db, operator, again, now)).rejects.toMatchObject({ key: "letters.keptPrivate" });
      await expect(withdrawConsent(db, author, { letterId: letter.id }, now)).rejects.toMatchObject({
        key: "publication.keptAlready",
      });
    }),
  );

  test(
    "before anything was published leaves nothing to be taken off",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { visibility: "nameless", at: now });
      await withdrawConsent(db, (await readPerson(db, letter.authorId!))!, { letterId: letter.id }, now);
      expect((await eventsOf(db, letter)).some(({ what }) => what === "letter.unpublish")).toBe(false);
      const [kept] = await db.select().from(letters).where(eq(letters.id, letter.id));
      expect(kept).toMatchObject({ visibility: "handlers", publishedAt: null });
    }),
  );

  test(
    "is the writer's alone",
    inRollback(async (db) => {
      const { letter, operator, handler } = await makePublic(db);
      for (const actor of [operator, handler]) {
        await expect(withdrawConsent(db, actor, { letterId: letter.id }, now)).rejects.toMatchObject({
          key: "forbidden",
        });
      }
      for (const actor of [await makeCitizen(db), nobody]) {
        await expect(withdrawConsent(db, actor, { letterId: letter.id }, now)).rejects.toMatchObject({
          key: "letters.missing",
        });
      }
      expect(await shown(db, letter.number)).not.toBeNull();
    }),
  );
});

describe("one step's words", () => {
  async function said(db: Db, handler: Person, letterId: number) {
    await reportProgress(db, handler, { letterId, words: "已到林先生家中查看。" }, now);
    const [event] = await db.select().from(events).where(eq(events.what, "letter.progress"));
    return event!.id;
  }

  test(
    "go off the web and leave the step, with a reason in the public log; handlers still read them",
    inRollback(async (db) => {
      const { letter, operator, handler } = await makePublic(db);
      const eventId = await said(db, handler, letter.id);
      await hideWordsOf(db, operator, { letterId: letter.id, eventId, code, words: "写了姓名。" }, now);
      const entry = (await shown(db, letter.number))!.timeline.find((one) => one.eventId === eventId);
      expect(entry).toMatchObject({ what: "progress", words: null, wordsHidden: true });
      const own = (await openLetter(db, handler, letter.number, now))!.timeline.find((one) => one.eventId === eventId);
      expect(own).toMatchObject({ words: "已到林先生家中查看。", hidden: true });
      const [stone] = await db.select().from(events).where(eq(events.what, "letter.words.hide"));
      expect(stone).toMatchObject({
        public: true,
        officeId: letter.mailbox.officeId,
        counts: { code, event: eventId },
      });
      await expect(
        hideWordsOf(db, operator, { letterId: letter.id, eventId, code, words: "再一次。" }, now),
      ).rejects.toMatchObject({ key: "publication.noWords" });
    }),
  );

  test(
    "are not hidden by whoever said them, nor another letter's through this one",
    inRollback(async (db) => {
      const { letter, operator, handler } = await makePublic(db);
      const eventId = await said(db, handler, letter.id);
      const hiding = { letterId: letter.id, eventId, code, words: "写了姓名。" };
      await expect(hideWordsOf(db, handler, hiding, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(hideWordsOf(db, await makeCitizen(db), hiding, now)).rejects.toMatchObject({
        key: "letters.missing",
      });
      const other = await makeLetter(db, { state: "assigned", mailboxId: letter.mailboxId, at: now });
      await expect(hideWordsOf(db, operator, { ...hiding, letterId: other.id }, now)).rejects.toMatchObject({
        key: "publication.noWords",
      });
      expect((await shown(db, letter.number))!.timeline.some(({ words }) => words?.includes("林先生"))).toBe(true);
    }),
  );
});

describe("a letter's picture", () => {
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );

  test(
    "is for its handlers until a person publishes it, and no longer once it or the letter is taken off",
    inRollback(async (db) => {
      const { letter, author, operator, handler } = await makePublic(db);
      const { token } = await storeImage(db, author, { bytes: pixel }, now);
      await db.update(images).set({ letterId: letter.id }).where(eq(images.token, token));
      const picture = { letterId: letter.id, token };
      const everybody = async () => (await readImage(db, token, async () => nobody)) !== null;

      expect([await everybody(), (await shown(db, letter.number))!.images]).toEqual([false, []]);
      await expect(publishPicture(db, handler, picture, now)).rejects.toMatchObject({ key: "forbidden" });
      await publishPicture(db, operator, picture, now);
      expect([await everybody(), (await shown(db, letter.number))!.images.length]).toEqual([true, 1]);
      await hidePicture(db, operator, picture, now);
      expect(await everybody()).toBe(false);
      await publishPicture(db, operator, picture, now);
      await withdrawConsent(db, author, { letterId: letter.id }, now);
      expect(await everybody()).toBe(false);
      await expect(publishPicture(db, operator, picture, now)).rejects.toMatchObject({ key: "letters.notPublic" });
    }),
  );

  test(
    "of another letter is not there",
    inRollback(async (db) => {
      const { letter, operator } = await makePublic(db);
      const picture = { letterId: letter.id, token: "a".repeat(22) };
      await expect(publishPicture(db, operator, picture, now)).rejects.toMatchObject({ key: "publication.noPicture" });
    }),
  );
});

test(
  "a writer reads who opened their letter, by office and never by person",
  inRollback(async (db) => {
    const { letter, handler } = await makePublic(db);
    await openLetter(db, handler, letter.number, now);
    const [reading] = await readReadings(db, letter.id);
    expect(reading).toMatchObject({ what: "original", role: "handler" });
    expect(JSON.stringify(reading)).not.toContain(handler.nickname);
  }),
);
