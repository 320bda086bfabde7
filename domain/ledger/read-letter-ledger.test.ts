import { type SQL, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { nobody } from "#domain/access/actor.ts";
import { hideLetter, publishLetter, redactLetter } from "#domain/letters/publish-letter.ts";
import { type OpenLetter, readPublicLetter } from "#domain/letters/read-public-letter.ts";
import { noteInternally } from "#domain/letters/report-progress.ts";
import { checkLetter } from "#scripts/verify-ledger.mjs";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { sealAll, signer } from "#test/sealed.ts";
import { type LetterLedger, readOwnLedger, readPublicLedger } from "./read-letter-ledger.ts";

const now = on("2026-09-19");

const everybodys = async (db: Db, number: string) => {
  await sealAll(db);
  return readPublicLedger(db, number, signer);
};

const whatOf = ({ events }: LetterLedger) =>
  events.map(({ entry, opened }) => JSON.parse(opened?.face ?? entry).what?.replace("letter.", "") ?? "sealed");

const wordsIn = ({ events }: LetterLedger) => events.flatMap(({ words }) => words?.text ?? []);

const missing = { key: "ledger.noSuchLetter" };

describe("what everybody gets of a published letter", () => {
  test(
    "is what its timeline tells, with the words that can be read, and the verifier finds it whole",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      await makeLetter(db);
      const file = await everybodys(db, letter.number);
      expect(whatOf(file)).toEqual(["send", "accept", "assign", "answer"]);
      const confirmed = { title: letter.publicTitle, body: letter.publicBody };
      expect(wordsIn(file).map((text) => JSON.parse(text))).toEqual([confirmed, fourParts]);
      expect(checkLetter(JSON.stringify(file))).toMatchObject({ letter: letter.number, events: 4, words: 2 });
    }),
  );

  test(
    "has no internal note, and nothing of a reading",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned" });
      await noteInternally(
        db,
        await makeHandler(db, letter.leadOfficeId),
        { letterId: letter.id, words: "先不要答复。" },
        now,
      );
      const file = await everybodys(db, letter.number);
      expect(whatOf(file)).toEqual(["send", "accept", "assign"]);
      expect(JSON.stringify(file)).not.toContain("先不要答复");
    }),
  );

  test(
    "once it is hidden keeps its records and their hashes, and gives no words and opens nothing",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await hideLetter(db, operator, { letterId: letter.id, code: "personal", words: "露出了姓名。" }, now);
      const file = await everybodys(db, letter.number);
      expect(whatOf(file)).toEqual(["sealed", "accept", "assign", "answer", "hide"]);
      expect(wordsIn(file)).toEqual([]);
      expect(JSON.parse(file.events[3]!.entry).words).toMatch(/^[0-9a-f]{64}$/);
      expect(checkLetter(JSON.stringify(file))).toMatchObject({ events: 5, words: 0 });
    }),
  );

  test(
    "proves the text that stands on the page, and gives no text that was replaced",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted", body: "文昌路 12 号没有水。" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const texts = async () =>
        wordsIn(await everybodys(db, letter.number)).map((said) => /"body":"(.*)"/.exec(said)?.[1] ?? said);
      expect(await texts()).toEqual(["文昌路 12 号没有水。"]);
      const letterId = letter.id;
      await redactLetter(db, operator, { letterId, publicTitle: "没有水", publicBody: "文昌路某号没有水。" }, now);
      expect(await texts()).toEqual(["文昌路某号没有水。"]);
      await hideLetter(db, operator, { letterId, code: "personal", words: "再看一遍。" }, now);
      expect(await texts()).toEqual([]);
      const later = on("2026-09-20");
      await publishLetter(db, operator, { letterId, publicTitle: "没有水", publicBody: "某路没有水。" }, later);
      expect(await texts()).toEqual(["再看一遍。", "某路没有水。"]);
      const { timeline } = (await readPublicLetter(db, letter.number, later)) as OpenLetter;
      expect(
        timeline.filter(({ words, wordsHidden }) => words !== null || wordsHidden).map(({ what }) => what),
      ).toEqual(["hide"]);
    }),
  );

  test(
    "whose words were erased still proves that they were there",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      await db.execute(sql`update event_words set text = null, salt = null`);
      const file = await everybodys(db, letter.number);
      expect(wordsIn(file)).toEqual([]);
      expect(checkLetter(JSON.stringify(file))).toMatchObject({ events: 4, words: 0 });
    }),
  );

  test(
    "is not there for what is not public: an unaccepted letter, one for its handlers alone, an accusation",
    inRollback(async (db) => {
      const letters = [
        await makeLetter(db),
        await makeLetter(db, { state: "answered", visibility: "handlers" }),
        await makeLetter(db, { state: "assigned", kind: "accusation" }),
      ];
      for (const { number } of letters) await expect(everybodys(db, number)).rejects.toMatchObject(missing);
      await expect(everybodys(db, "HY-2026-99999")).rejects.toMatchObject(missing);
      await expect(everybodys(db, "'; --")).rejects.toMatchObject(missing);
    }),
  );

  test(
    "is said to be coming while nothing is sealed",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      await expect(readPublicLedger(db, letter.number, signer)).rejects.toMatchObject({ key: "ledger.notYet" });
    }),
  );

  test(
    "has no receipt from a machine that was not given the ledger's key",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      await sealAll(db);
      const file = await readPublicLedger(db, letter.number, { ...signer, key: "another" });
      expect(file.receipt).toBeUndefined();
      expect(() => checkLetter(JSON.stringify(file))).toThrow("没有回执");
    }),
  );
});

describe("what is one's own", () => {
  test(
    "opens for its writer what was private: also of a letter that nobody else reads",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const letter = await makeLetter(db, { state: "clarifying", author, visibility: "handlers" });
      await sealAll(db);
      const file = await readOwnLedger(db, author, letter.number, signer);
      expect(whatOf(file)).toEqual(["send", "ask"]);
      expect(wordsIn(file)).toEqual(["请说明楼号。"]);
      expect(checkLetter(JSON.stringify(file))).toMatchObject({ letter: letter.number, opened: 2, words: 1 });
    }),
  );

  test(
    "leaves what offices note among themselves to those who handle it",
    inRollback(async (db) => {
      const author = await makeCitizen(db);
      const letter = await makeLetter(db, { state: "assigned", author });
      const handler = await makeHandler(db, letter.leadOfficeId);
      await noteInternally(db, handler, { letterId: letter.id, words: "先不要答复。" }, now);
      await sealAll(db);
      expect(whatOf(await readOwnLedger(db, author, letter.number, signer))).toEqual(["send", "accept", "assign"]);
      const theirs = await readOwnLedger(db, handler, letter.number, signer);
      expect(wordsIn(theirs)).toContain("先不要答复。");
      expect(checkLetter(JSON.stringify(theirs))).toMatchObject({ events: 4 });
    }),
  );

  test(
    "is not there for anybody else, nor for the accused",
    inRollback(async (db) => {
      const accused = await makeHandler(db);
      const letter = await makeLetter(db, { kind: "accusation", accusedOfficeId: accused.grants[0]!.officeId! });
      await sealAll(db);
      for (const actor of [nobody, await makeCitizen(db), accused]) {
        await expect(readOwnLedger(db, actor, letter.number, signer)).rejects.toMatchObject(missing);
      }
    }),
  );
});

describe("somebody with the database in their hands", () => {
  test(
    "cannot change words, entries or the tree without the file failing",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      await everybodys(db, letter.number);
      const problemAfter = async (change: SQL) => {
        const undo = new Error("undone");
        let problem = "";
        const changed = db.transaction(async (tx) => {
          await tx.execute(change);
          const file = JSON.stringify(await readPublicLedger(tx as unknown as Db, letter.number, signer));
          try {
            checkLetter(file);
          } catch (error) {
            problem = String(error);
          }
          throw undo;
        });
        await expect(changed).rejects.toBe(undo);
        return problem;
      };
      expect(await problemAfter(sql`select 1`)).toBe("");
      expect(await problemAfter(sql`update event_words set text = replace(text, '属实', '不属实')`)).toContain(
        "不是当时封存的文字",
      );
      expect(await problemAfter(sql`update ledger_leaves set entry = replace(entry, 'answer', 'refuse')`)).toContain(
        "被改动过",
      );
      expect(await problemAfter(sql`update ledger_faces set face = replace(face, 'send', 'sent')`)).toContain(
        "不是当时封存的内容",
      );
      expect(await problemAfter(sql`update ledger_nodes set hash = sha256(hash)`)).toContain("被改动过");
      expect(await problemAfter(sql`update ledger_checkpoints set note = replace(note, 'gongpu', 'gongbu')`)).toContain(
        "签名",
      );
    }),
  );
});

test(
  "a letter that began as an accusation does not tell so when it is public",
  inRollback(async (db) => {
    const letter = await makeLetter(db, { state: "accepted" });
    await db.execute(sql`update events set topics = array_remove(topics, ${`letter:${letter.number}`})
      where subject = ${`letter:${letter.id}`} and what = 'letter.send'`);
    const file = await everybodys(db, letter.number);
    expect(whatOf(file)).toEqual(["sealed", "accept"]);
    const operator = await makeOperator(db, letter.mailbox.officeId);
    await redactLetter(db, operator, { letterId: letter.id, publicTitle: "水压", publicBody: "没有水。" }, now);
    expect(whatOf(await everybodys(db, letter.number))).toEqual(["sealed", "accept", "redact"]);
  }),
);
