import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { letters } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { listPublicLetters } from "./list-public-letters.ts";
import { hideLetter, publishLetter } from "./publish-letter.ts";
import { readLetterFor } from "./read-letter-for.ts";
import { readPublicLetter } from "./read-public-letter.ts";
import { noteInternally } from "./report-progress.ts";

const sent = on("2026-09-18");

describe("a letter for everybody", () => {
  test(
    "published: confirmed text, whose turn until when, every step, and never the original",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "assigned", name: "欧阳向往", phone: "13812345678" });
      await db.update(letters).set({ title: "原标题", body: "原文" }).where(eq(letters.id, letter.id));
      const lead = await makeHandler(db, letter.leadOfficeId);
      await askWriter(db, lead, { letterId: letter.id, words: "请报身份证号。" }, on("2026-09-21"));
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "11010519491231002X" }, on("2026-09-22"));
      await noteInternally(db, lead, { letterId: letter.id, words: "内部看看。" }, on("2026-09-22"));
      const shown = await readPublicLetter(db, letter.number, on("2026-09-23"));
      if (shown?.face !== "open") throw new Error("not open");
      expect(shown.title).toMatch(/^水压不足/);
      expect(shown.timeline.map(({ what }) => what)).toEqual(["send", "accept", "assign", "ask", "supply"]);
      expect(shown.timeline.find(({ what }) => what === "assign")?.lead?.slug).toBe(shown.offices.at(-1)?.office.slug);
      expect(shown.turn).toMatchObject({ who: "office", what: "finish", dueOn: "2026-10-19" });
      expect(shown.light).toMatchObject({ lamp: "green" });
      expect(shown.nickname).toBeNull();
      const bytes = JSON.stringify(shown);
      for (const secret of [
        "原标题",
        "原文",
        "欧阳",
        "13812345678",
        "11010519491231002X",
        "请报身份证号",
        "内部看看",
        author.nickname,
      ]) {
        expect(bytes).not.toContain(secret);
      }
    }),
  );

  test(
    "not published: number, mailbox, state and lamp, and nothing else",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { visibility: "handlers", state: "accepted" });
      const shown = await readPublicLetter(db, letter.number, sent);
      expect(Object.keys(shown!).sort()).toEqual(["changesAt", "demo", "face", "light", "mailbox", "number", "state"]);
      expect(shown).toMatchObject({ face: "shut", number: letter.number, state: "accepted" });
    }),
  );

  test(
    "hidden: a stone with reason and office",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "accepted" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await hideLetter(db, operator, { letterId: letter.id, code: "minor", words: "写有未成年人。" }, on("2026-09-21"));
      const shown = await readPublicLetter(db, letter.number, on("2026-09-21"));
      expect(shown).toMatchObject({
        face: "stone",
        code: "minor",
        office: { slug: expect.stringMatching(/^office-/) },
      });
      expect(JSON.stringify(shown)).not.toContain("水压不足");
      expect((await readLetterFor(db, operator, letter.number, on("2026-09-21")))?.hidden).toMatchObject({
        code: "minor",
      });
    }),
  );

  test(
    "an accusation, and what is no number, are not there",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { kind: "accusation", state: "assigned" });
      expect(await readPublicLetter(db, letter.number, sent)).toBeNull();
      for (const no of ["HY-2026-99999", "", "'; drop", "\0", "HY-2026-1"]) {
        expect(await readPublicLetter(db, no, sent)).toBeNull();
      }
      expect((await listPublicLetters(db, {}, sent)).letters).toEqual([]);
    }),
  );

  test(
    "in a list comes by pages without a gap, filtered by state, lamp, kind, office and region",
    inRollback(async (db) => {
      const mailboxId = (await makeMailbox(db)).id;
      const author = await makeCitizen(db);
      for (let n = 0; n < 23; n += 1) await makeLetter(db, { mailboxId, author });
      const assigned = await makeLetter(db, { mailboxId, author, state: "assigned" });
      const first = await listPublicLetters(db, {}, sent);
      const second = await listPublicLetters(db, { after: first.next! }, sent);
      const numbers = [...first.letters, ...second.letters].map(({ number }) => number);
      expect(numbers).toEqual([...numbers].sort().reverse());
      expect([new Set(numbers).size, second.next]).toEqual([24, null]);
      expect((await listPublicLetters(db, { state: "assigned" }, sent)).letters).toHaveLength(1);
      expect((await listPublicLetters(db, { kind: "complaint" }, sent)).letters).toHaveLength(1);
      expect((await listPublicLetters(db, { lamp: "red" }, on("2026-10-16"))).letters.at(0)?.number).toBe(
        assigned.number,
      );
      expect((await listPublicLetters(db, { office: "nowhere" }, sent)).letters).toEqual([]);
    }),
  );
});

describe("what was said in public", () => {
  test(
    "goes with a hidden letter, stays for those who handle it, and comes back when it is public again",
    inRollback(async (db) => {
      const letter = await makeLetter(db, { state: "answered" });
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const letterId = letter.id;
      const answer = async () =>
        (await eventsOf(db, letter)).find(({ what }) => what === "letter.answer")?.wordsHiddenAt;
      await hideLetter(db, operator, { letterId, code: "minor", words: "写有未成年人。" }, on("2026-09-21"));
      expect(await answer()).toEqual(on("2026-09-21").at);
      const desk = (await readLetterFor(db, operator, letter.number, on("2026-09-21")))!;
      expect(desk.timeline.find(({ what }) => what === "answer")?.answer?.done).toBe("已更换老旧管段。");
      await publishLetter(db, operator, { letterId, publicTitle: "水", publicBody: "没水" }, on("2026-09-22"));
      expect(await answer()).toBeNull();
    }),
  );
});
