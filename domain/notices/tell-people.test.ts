import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/index.ts";
import { readPerson } from "#domain/access/actor.ts";
import { askWriter } from "#domain/letters/ask-and-supply.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { openLetter } from "#domain/letters/open-letter.ts";
import { noteInternally } from "#domain/letters/report-progress.ts";
import { readRatingLink } from "#domain/ratings/read-link.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { queued, withPhone } from "#test/reached.ts";
import { relayed } from "#test/relayed.ts";
import { countUnread, listNotices } from "./read-notices.ts";
import { tellPeople } from "./tell-people.ts";

const sent = async (db: Db) => (await queued(db)).map(({ to, text }) => ({ to, text }));

describe("telling the writer", () => {
  test(
    "of each step that matters, with content, last day and link, once",
    inRollback(async (db) => {
      const author = await withPhone(db, await makeCitizen(db));
      const letter = await makeLetter(db, { state: "assigned", author });
      const lead = await makeHandler(db, letter.leadOfficeId);
      await askWriter(db, lead, { letterId: letter.id, words: "请说明楼号。" }, on("2026-09-24"));
      await tellPeople(db, await relayed(db));
      await tellPeople(db, await relayed(db));
      const told = await sent(db);
      expect(told.map(({ to }) => to)).toEqual(Array(3).fill("13812345678"));
      expect(told[2]?.text).toContain("请说明楼号。");
      expect(told[2]?.text).toContain("10月9日");
      expect(told.every(({ text }) => text.includes(`/letters/${letter.number}/act`))).toBe(true);
      expect(told.every(({ text }) => !/[{}]/.test(text))).toBe(true);
      const { notices } = await listNotices(db, author);
      expect(notices.map(({ name, read, older }) => [name, read, older.map((one) => one.name)])).toEqual([
        ["ask", false, ["assign", "accept"]],
      ]);
      expect(await countUnread(db, author)).toBe(1);
      await openLetter(db, author, letter.number, on("2026-09-25"));
      expect(await countUnread(db, author)).toBe(0);
    }),
  );

  test(
    "of an answer says what was done; of what is internal and of their own steps nothing",
    inRollback(async (db) => {
      const author = await withPhone(db, await makeCitizen(db));
      const letter = await makeLetter(db, { state: "closed", author });
      await noteInternally(
        db,
        await makeHandler(db, letter.leadOfficeId),
        { letterId: letter.id, words: "内部。" },
        on("2026-09-24"),
      );
      await tellPeople(db, await relayed(db));
      expect((await sent(db)).at(-1)?.text).toContain("已更换老旧管段。");
      const token = /\/rate\/([\w-]+)$/.exec((await sent(db)).at(-1)?.text ?? "")?.[1];
      expect(await readRatingLink(db, token ?? "", on("2026-09-24"))).toMatchObject({ number: letter.number });
      const [newest] = (await listNotices(db, author)).notices;
      expect([newest?.name, newest?.words, newest?.older.map(({ name }) => name)]).toEqual([
        "answer",
        "已更换老旧管段。",
        ["assign", "accept"],
      ]);
    }),
  );

  test(
    "of a comment that was taken up, its author, asking for their consent",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = (await makeMailbox(db, { leaderId: leader.id })).slug;
      const comment = await makeComment(db, {
        postId: (await makePost(db, { leaderId: leader.id })).id,
        body: "没水。",
      });
      const author = await withPhone(db, (await readPerson(db, comment.author.id))!);
      const input = { commentId: comment.id, kind: "complaint" as const, title: "没水", body: "没水。", mailbox };
      const { letter } = await convertComment(db, await makeHolder(db, leader.id), input, on("2026-09-18"));
      await tellPeople(db, await relayed(db));
      expect((await sent(db))[0]?.text).toContain(letter.number);
      expect(await countUnread(db, author)).toBe(1);
      await openLetter(db, author, letter.number, on("2026-09-18"));
      expect(await countUnread(db, author)).toBe(0);
    }),
  );

  test(
    "of an accusation puts nothing of it into the message",
    inRollback(async (db) => {
      const author = await withPhone(db, await makeCitizen(db));
      await makeLetter(db, { kind: "accusation", state: "answered", author });
      await tellPeople(db, await relayed(db));
      for (const { text } of await sent(db)) expect(text).not.toContain("已更换老旧管段");
      expect(await sent(db)).toHaveLength(3);
    }),
  );

  test(
    "sends nothing to who has no telephone, and tells accounts of old papers nothing at all",
    inRollback(async (db) => {
      const silent = await makeCitizen(db);
      await makeLetter(db, { state: "accepted", author: silent });
      const old = await withPhone(db, await makeCitizen(db));
      await db.update(people).set({ historical: true }).where(eq(people.id, old.id));
      await makeLetter(db, { state: "accepted", author: old });
      await tellPeople(db, await relayed(db));
      expect(await sent(db)).toEqual([]);
      expect([await countUnread(db, silent), await countUnread(db, old)]).toEqual([1, 0]);
    }),
  );
});
