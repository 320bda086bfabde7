import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { drafts, letterContacts, letters } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { queryCodeHash } from "./numbers.ts";
import { forgetReceipts, readReceiptCode, sendWriting } from "./send-writing.ts";
import { keepWriting, readWriting, unfinishedStep } from "./writing.ts";

const now = on("2026-11-20");
const what = { kind: "complaint", title: "水压不足", body: "四楼以上早晚高峰没有水。" };
const where = { county: "", township: "", place: "沿江路 12 号" };
const who = { visibility: "nameless", consent: "on", name: "", phone: "" };

/** Fills in all steps and returns the letter's key. */
async function write(db: Db, writer: Person, fields: Record<string, string> = {}): Promise<string> {
  const to = fields.to ?? (await makeMailbox(db)).slug;
  await keepWriting(db, writer, { ...what, ...where, ...who, to, ...fields }, now);
  return (await readWriting(db, writer))!.key;
}

describe("a letter written step by step", () => {
  test(
    "says which step comes next, and none when it can be sent",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      expect(unfinishedStep(await readWriting(db, writer))).toBe("what");
      await keepWriting(db, writer, what, now);
      expect(unfinishedStep(await readWriting(db, writer))).toBe("where");
      await keepWriting(db, writer, { ...where, to: "unknown" }, now);
      expect(unfinishedStep(await readWriting(db, writer))).toBe("who");
      await keepWriting(db, writer, who, now);
      expect(unfinishedStep(await readWriting(db, writer))).toBeNull();
    }),
  );

  test(
    "keeps half a step, and the key it got first",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepWriting(db, writer, { title: "水" }, now);
      const { key } = (await readWriting(db, writer))!;
      await keepWriting(db, writer, { title: "水压", key: "forged", number: "HY-1" }, now);
      expect(await readWriting(db, writer)).toMatchObject({ key, fields: { title: "水压", body: "" } });
    }),
  );

  test(
    "keeps name and telephone unreadable",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepWriting(db, writer, { name: "某某", phone: "13800000000" }, now);
      const [row] = await db.select().from(drafts).where(eq(drafts.personId, writer.id));
      expect(JSON.stringify(row)).not.toMatch(/某某|13800000000/);
      expect((await readWriting(db, writer))?.fields).toMatchObject({ name: "某某", phone: "13800000000" });
    }),
  );

  test.each([
    ["complaint", { ...who, consent: "" }, "who"],
    ["complaint", { ...who, visibility: "handlers", consent: "" }, null],
    ["accusation", { ...who, visibility: "", consent: "" }, "who"],
    ["accusation", { ...who, visibility: "", consent: "", accused: "unlisted" }, null],
  ])("publishing needs its own consent, an accusation somebody accused: %s %o", (kind, last, missing) =>
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      await keepWriting(db, writer, { ...what, ...where, to: "unknown", ...last, kind }, now);
      expect(unfinishedStep(await readWriting(db, writer))).toBe(missing);
    })(),
  );
});

describe("sending it", () => {
  test(
    "makes the letter, keeps the contact apart, and leaves no draft",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      const number = await sendWriting(db, writer, await write(db, writer, { name: "某某" }), now);
      const [letter] = await db.select().from(letters).where(eq(letters.number, number));
      expect(letter).toMatchObject({ ...what, authorId: writer.id, visibility: "nameless", via: "letter" });
      expect(await db.select().from(letterContacts).where(eq(letterContacts.letterId, letter!.id))).toHaveLength(1);
      expect(await readWriting(db, writer)).toBeNull();
    }),
  );

  test(
    "a second time finds the same letter",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      const key = await write(db, writer);
      const number = await sendWriting(db, writer, key, now);
      expect(await sendWriting(db, writer, key, now)).toBe(number);
    }),
  );

  test("two clicks at once make one letter", async () => {
    const { db } = await ownDatabase();
    const writer = await makeCitizen(db);
    const key = await write(db, writer);
    const numbers = await Promise.all([1, 2, 3].map(() => sendWriting(db, writer, key, now)));
    expect(new Set(numbers).size).toBe(1);
    expect(await db.select({ id: letters.id }).from(letters)).toHaveLength(1);
  });

  test(
    "shows the query code to its writer for half an hour, then to nobody",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      const number = await sendWriting(db, writer, await write(db, writer), now);
      const code = await readReceiptCode(db, writer, number, on("2026-11-20", "09:29"));
      const [letter] = await db.select().from(letters).where(eq(letters.number, number));
      expect(letter?.queryCodeHash).toBe(queryCodeHash(number, code!));
      expect(await readReceiptCode(db, await makeCitizen(db), number, now)).toBeNull();
      expect(await readReceiptCode(db, writer, number, on("2026-11-20", "09:31"))).toBeNull();
      expect(await forgetReceipts(db, on("2026-11-20", "09:31"))).toBe(1);
    }),
  );

  test(
    "is refused half-written, unsigned, and when the draft is somebody else's",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      const key = await write(db, writer, { place: "" });
      await expect(sendWriting(db, writer, key, now)).rejects.toMatchObject({ key: "letters.draftUnfinished" });
      await expect(sendWriting(db, nobody, key, now)).rejects.toMatchObject({ key: "signInFirst" });
      const other = await makeCitizen(db);
      await expect(sendWriting(db, other, key, now)).rejects.toMatchObject({ key: "letters.draftGone" });
    }),
  );

  test(
    "an accusation names its accused and is for its handlers alone",
    inRollback(async (db) => {
      const writer = await makeCitizen(db);
      const accused = await makeOffice(db);
      const fields = { kind: "accusation", visibility: "nickname", accused: `office:${accused.slug}` };
      const number = await sendWriting(db, writer, await write(db, writer, fields), now);
      const [letter] = await db.select().from(letters).where(eq(letters.number, number));
      expect(letter).toMatchObject({ accusedOfficeId: accused.id, visibility: "handlers" });
    }),
  );

  test(
    "from one's own comment quotes it; from somebody else's it is refused",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const from = { comment: String(comment.id), visibility: "nickname" };
      const number = await sendWriting(db, comment.author, await write(db, comment.author, from), now);
      const [letter] = await db.select().from(letters).where(eq(letters.number, number));
      expect(letter).toMatchObject({ commentId: comment.id, visibility: "nickname", authorId: comment.author.id });

      const stranger = await makeCitizen(db);
      const other = await makeComment(db);
      const key = await write(db, stranger, { comment: String(other.id) });
      await expect(sendWriting(db, stranger, key, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
