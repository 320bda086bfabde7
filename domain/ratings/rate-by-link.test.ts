import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { answeringDevices, events, ratingLinks, ratings, roles } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nobody, readPerson } from "#domain/access/actor.ts";
import { lapseJudgings } from "#domain/letters/lapse.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { deviceOf } from "./device.ts";
import { forgetRatingLinks } from "./forget-links.ts";
import { keepAnsweringDevice } from "./keep-answering-device.ts";
import { makeRatingLink } from "./links.ts";
import { rateByLink, reopenByLink } from "./rate-by-link.ts";
import { readRatingLink } from "./read-link.ts";

const good = { solved: "yes", attitude: "satisfied", speed: "acceptable", words: "" } as const;
const bad = { solved: "no", attitude: "dissatisfied", speed: "satisfied", words: "三楼还是没水。" } as const;
const phone = deviceOf({ signInId: null, address: "203.0.113.7", browser: "a phone" });
const desk = deviceOf({ signInId: "sid-of-the-desk", address: "198.51.100.2", browser: "a desk" });

async function answered(db: Db) {
  const letter = await makeLetter(db, { state: "answered", at: on("2026-09-18") });
  const token = await transact(db, (tx) => makeRatingLink(tx, letter, on("2026-09-18")));
  return { letter, token };
}

const attempts = async (db: Db, letter: { id: number }) =>
  (await eventsOf(db, letter)).filter(({ what }) => what === "letter.attempt");

describe("a rating link", () => {
  test(
    "lets whoever has it judge once, as the writer, and is kept only as a hash",
    inRollback(async (db) => {
      const { letter, token } = await answered(db);
      expect(JSON.stringify(await db.select().from(ratingLinks))).not.toContain(token);
      expect(await readRatingLink(db, token, on("2026-09-20"))).toMatchObject({
        number: letter.number,
        over: null,
        late: false,
        mayReopen: true,
        answer: { done: "已更换老旧管段。" },
        until: "2026-11-08",
      });
      await rateByLink(db, nobody, { token, ...good, device: phone }, on("2026-09-20"));
      expect(await db.select().from(ratings)).toMatchObject([{ letterId: letter.id, round: 1, ...{ solved: "yes" } }]);
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.rate", personId: letter.authorId });
      expect(await readRatingLink(db, token, on("2026-09-20"))).toMatchObject({ over: "judged" });
      await expect(rateByLink(db, nobody, { token, ...good, device: phone }, on("2026-09-21"))).rejects.toMatchObject({
        key: "ratings.linkUsed",
      });
    }),
  );

  test(
    "reopens once, and ends with the round it was made for",
    inRollback(async (db) => {
      const { letter, token } = await answered(db);
      const other = await transact(db, (tx) => makeRatingLink(tx, letter, on("2026-09-18")));
      const reopened = await reopenByLink(db, nobody, { token, ...bad, device: phone }, on("2026-09-20"));
      expect(reopened).toMatchObject({ state: "assigned", round: 2 });
      await expect(
        rateByLink(db, nobody, { token: other, ...good, device: phone }, on("2026-09-21")),
      ).rejects.toMatchObject({ key: "ratings.linkOver" });
      expect(await readRatingLink(db, other, on("2026-09-21"))).toMatchObject({ over: "reopened" });
      const [unused] = await db.select().from(ratingLinks).where(eq(ratingLinks.letterId, letter.id));
      expect([unused?.usedAt !== null]).toEqual([true]);
    }),
  );

  test(
    "lasts until the end of the late window, then says so, and long after is forgotten with the devices",
    inRollback(async (db) => {
      const { letter, token } = await answered(db);
      await lapseJudgings(db, on("2026-10-09", "00:00"));
      expect(await readRatingLink(db, token, on("2026-10-20"))).toMatchObject({ over: null, late: true });
      await expect(
        rateByLink(db, nobody, { token, ...good, device: phone }, on("2026-11-09", "00:00")),
      ).rejects.toMatchObject({ key: "ratings.linkOver" });
      expect(await readRatingLink(db, token, on("2026-11-09"))).toMatchObject({ over: "expired" });
      await transact(db, (tx) => keepAnsweringDevice(tx, letter, desk, on("2026-09-18")));
      await forgetRatingLinks(db, on("2026-12-01"));
      expect(await readRatingLink(db, token, on("2026-12-01"))).not.toBeNull();
      await forgetRatingLinks(db, on("2027-03-01"));
      expect(await readRatingLink(db, token, on("2027-03-01"))).toBeNull();
      expect(await db.select().from(answeringDevices)).toEqual([]);
    }),
  );

  test(
    "that nobody made opens nothing",
    inRollback(async (db) => {
      for (const token of ["", "x", "AAAAAAAAAAAAAAAA", "'; drop table--"]) {
        expect(await readRatingLink(db, token, on("2026-09-20"))).toBeNull();
      }
      await expect(
        rateByLink(db, nobody, { token: "AAAAAAAAAAAAAAAA", ...good, device: phone }, on("2026-09-20")),
      ).rejects.toMatchObject({ key: "ratings.linkUnknown" });
    }),
  );

  test(
    "of an accusation tells its number and nothing else",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { kind: "accusation", state: "answered" });
      const token = await transact(db, (tx) => makeRatingLink(tx, letter, on("2026-09-18")));
      expect(await readRatingLink(db, token, on("2026-09-20"))).toMatchObject({
        number: letter.number,
        title: null,
        office: null,
        answer: null,
      });
    }),
  );
});

describe("a rating that is related to who answered", () => {
  test(
    "is refused from the sign-in that answered, for ever, and recorded; the link stays good",
    inRollback(async (db) => {
      const { letter, token } = await answered(db);
      await transact(db, (tx) => keepAnsweringDevice(tx, letter, desk, on("2026-09-18")));
      const again = { ...phone, signInHash: desk.signInHash };
      await expect(rateByLink(db, nobody, { token, ...good, device: again }, on("2026-10-01"))).rejects.toMatchObject({
        key: "ratings.answeringDevice",
      });
      expect(await attempts(db, letter)).toMatchObject([
        { public: false, counts: { refused: "ratings.answeringDevice" } },
      ]);
      await rateByLink(db, nobody, { token, ...good, device: phone }, on("2026-10-01"));
    }),
  );

  test(
    "is refused from the address and browser that answered for three days",
    inRollback(async (db) => {
      const { letter } = await answered(db);
      const author = (await readPerson(db, letter.authorId!))!;
      await transact(db, (tx) => keepAnsweringDevice(tx, letter, desk, on("2026-09-18", "09:00")));
      const near = { ...desk, signInHash: null };
      const rate = (at: ReturnType<typeof on>) =>
        rateLetter(db, author, { letterId: letter.id, ...good, device: near }, at);
      await expect(rate(on("2026-09-21", "09:00"))).rejects.toMatchObject({ key: "ratings.answeringDevice" });
      await expect(rate(on("2026-09-21", "09:01"))).resolves.toMatchObject({ state: "closed" });
    }),
  );

  test(
    "is refused when somebody of the office sits at the browser, or has left it since",
    inRollback(async (db) => {
      const { letter, token } = await answered(db);
      const worker = await makeHandler(db, letter.leadOfficeId);
      await expect(rateByLink(db, worker, { token, ...good, device: phone }, on("2026-09-20"))).rejects.toMatchObject({
        key: "letters.ownOffice",
      });
      expect(await attempts(db, letter)).toMatchObject([
        { personId: worker.id, counts: { refused: "letters.ownOffice" } },
      ]);
      await db
        .update(roles)
        .set({ revokedAt: on("2026-09-19").at })
        .where(eq(roles.personId, worker.id));
      const left = (await readPerson(db, worker.id))!;
      await expect(reopenByLink(db, left, { token, ...bad, device: phone }, on("2026-09-20"))).rejects.toMatchObject({
        key: "letters.ownOffice",
      });
      const stranger = await makeHandler(db);
      await rateByLink(db, stranger, { token, ...good, device: phone }, on("2026-09-20"));
    }),
  );

  test(
    "is refused to a worker who wrote the letter, also by link, where they carry no role",
    inRollback(async (db) => {
      const lead = await makeOffice(db);
      const worker = await makeHandler(db, lead.id);
      const letter = await makeLetter(db, { state: "answered", author: worker, leadOfficeId: lead.id });
      const token = await transact(db, (tx) => makeRatingLink(tx, letter, on("2026-09-18")));
      await expect(rateByLink(db, nobody, { token, ...good, device: phone }, on("2026-09-20"))).rejects.toMatchObject({
        key: "letters.ownOffice",
      });
      expect(await db.select().from(events).where(eq(events.what, "letter.rate"))).toEqual([]);
    }),
  );
});

test("the machine itself has no place of its own, and two browsers at one address are two", () => {
  expect(deviceOf({ signInId: null, address: "127.0.0.1", browser: "x" }).placeHash).toBeNull();
  expect(deviceOf({ signInId: null, address: "::ffff:127.0.0.1", browser: "x" }).placeHash).toBeNull();
  const [one, two] = ["x", "y"].map((browser) => deviceOf({ signInId: null, address: "203.0.113.7", browser }));
  expect(one?.placeHash).not.toBe(two?.placeHash);
  expect(one?.placeHash).not.toContain("203.0.113.7");
});
