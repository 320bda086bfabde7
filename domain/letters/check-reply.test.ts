import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readPerson } from "#domain/access/actor.ts";
import { fourParts, makeLetter, otherParts } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeHandler } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { answerLetter } from "./answer-letter.ts";
import { askWriter, supplyWords } from "./ask-and-supply.ts";
import { findLetter } from "./letter.ts";
import { reopenLetter } from "./rate-letter.ts";

const now = on("2026-09-18");
const empty = {
  facts: "您反映的情况属实。",
  basis: "按有关规定办理。",
  done: "我们高度重视，已进一步加强管理。",
  next: "如有疑问，请拨打办公电话。",
};

async function assigned(db: Db, given: Parameters<typeof makeLetter>[1] = {}) {
  const letter = await makeLetter(db, { state: "assigned", at: now, ...given });
  return { letter, lead: await makeHandler(db, letter.leadOfficeId) };
}

describe("an answer is held back", () => {
  test(
    "that mentions nothing of the letter, and nothing is changed by trying",
    inRollback(async (db) => {
      const { letter, lead } = await assigned(db);
      await expect(answerLetter(db, lead, { letterId: letter.id, ...empty }, now)).rejects.toMatchObject({
        key: "letters.replyUnrelated",
      });
      expect((await findLetter(db, letter.id))?.state).toBe("assigned");
      await answerLetter(db, lead, { letterId: letter.id, ...empty, facts: "四楼以上高峰没有水，属实。" }, now);
    }),
  );

  test(
    "that the office gave to another letter, and one that it gave to this letter before",
    inRollback(async (db) => {
      const leadOfficeId = (await makeOffice(db)).id;
      const first = await assigned(db, { leadOfficeId });
      await answerLetter(db, first.lead, { letterId: first.letter.id, ...fourParts }, now);
      const { letter, lead } = await assigned(db, { leadOfficeId });
      const refused = { key: "letters.replyRepeated", details: { number: first.letter.number } };
      const again = { letterId: letter.id, ...fourParts, next: `${fourParts.next}谢谢。` };
      await expect(answerLetter(db, lead, again, now)).rejects.toMatchObject(refused);

      const author = (await readPerson(db, first.letter.authorId!))!;
      const verdict = { solved: "no", attitude: "acceptable", speed: "acceptable" } as const;
      await reopenLetter(db, author, { letterId: first.letter.id, ...verdict, words: "还是没水。" }, now);
      await expect(
        answerLetter(db, first.lead, { letterId: first.letter.id, ...fourParts }, now),
      ).rejects.toMatchObject(refused);
      await answerLetter(db, first.lead, { letterId: first.letter.id, ...otherParts }, now);
    }),
  );

  test(
    "never for what another office said",
    inRollback(async (db) => {
      for (const { letter, lead } of [await assigned(db), await assigned(db)]) {
        const answered = await answerLetter(db, lead, { letterId: letter.id, ...fourParts }, now);
        expect(answered.state).toBe("answered");
      }
    }),
  );

  test(
    "once, when it names no day: a promise with a date or a tick lets it go",
    inRollback(async (db) => {
      const vague = { ...fourParts, next: "近期公布停水安排。" };
      const { letter, lead } = await assigned(db);
      await expect(answerLetter(db, lead, { letterId: letter.id, ...vague }, now)).rejects.toMatchObject({
        key: "letters.replyVague",
      });
      await answerLetter(db, lead, { letterId: letter.id, ...vague, asIs: "on" }, now);
    }),
  );

  test(
    "by today's rules: what was answered before the law of 2022 stands as it was given",
    inRollback(async (db) => {
      const { letter, lead } = await assigned(db, { at: on("2011-03-01") });
      await answerLetter(db, lead, { letterId: letter.id, ...empty, next: "近期公布。" }, on("2011-03-02"));
    }),
  );

  test(
    "by what the writer said what it is about only when they were asked, too",
    inRollback(async (db) => {
      const { letter, lead } = await assigned(db, { title: "请帮忙看看", body: "说来话长。" });
      await expect(
        answerLetter(db, lead, { letterId: letter.id, ...empty, facts: "公交站牌已扶正。" }, now),
      ).rejects.toMatchObject({ key: "letters.replyUnrelated" });
      await askWriter(db, lead, { letterId: letter.id, words: "请说明是什么事。" }, now);
      const author = (await readPerson(db, letter.authorId!))!;
      await supplyWords(db, author, { letterId: letter.id, words: "公交站牌倒了。" }, on("2026-09-21"));
      await answerLetter(db, lead, { letterId: letter.id, ...empty, facts: "公交站牌已扶正。" }, on("2026-09-22"));
    }),
  );
});
