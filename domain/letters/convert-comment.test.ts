import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { eventsOf } from "#test/events-of.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { acceptLetter } from "./accept-letter.ts";
import { askWriter } from "./ask-and-supply.ts";
import { consentToLetter, declineLetter } from "./consent.ts";
import { convertComment } from "./convert-comment.ts";
import { queryCodeHash } from "./numbers.ts";
import { withdrawLetter } from "./withdraw-letter.ts";

const body = "卫生搞好了，水压也请管一管。我们这栋四楼以上早晚高峰根本没水。";

/** A comment under a leader's post, in a city with a triage office; and who may take it up. */
async function discussion(db: Db) {
  const city = await makeRegion(db);
  const triage = await makeOffice(db, { regionId: city.id, triages: true });
  const leader = await makeLeader(db, { officeId: (await makeOffice(db, { regionId: city.id })).id });
  const mailbox = await makeMailbox(db, { leaderId: leader.id });
  const post = await makePost(db, { leaderId: leader.id });
  const comment = await makeComment(db, { postId: post.id, body });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: city.id }]);
  const input = { commentId: comment.id, kind: "complaint" as const, title: "水压不足", body, mailbox: mailbox.slug };
  return { city, triage, leader, mailbox, post, comment, author: comment.author, moderator, input };
}

describe("turning a comment into a letter", () => {
  test(
    "quotes it, names the office as its source, and is told to everybody",
    inRollback(async (db) => {
      const { input, moderator, post, comment, triage, leader } = await discussion(db);
      const { letter } = await convertComment(
        db,
        moderator,
        { ...input, body: "我们这栋四楼以上早晚高峰根本没水。" },
        on("2026-09-18"),
      );
      expect(letter).toMatchObject({
        via: "comment",
        authorId: null,
        sourceOfficeId: leader.officeId,
        visibility: "nameless",
      });
      const [event] = await eventsOf(db, letter);
      expect(event).toMatchObject({ what: "letter.convert", public: true, role: "moderator", officeId: triage.id });
      expect(event?.counts).toMatchObject({ number: letter.number, comment: comment.id });
      expect(event?.topics).toContain(`post:${post.id}`);
    }),
  );

  test(
    "puts no words in anybody's mouth, but the author may write their own",
    inRollback(async (db) => {
      const { input, moderator, author } = await discussion(db);
      const rewritten = { ...input, body: "四楼以上没水，三年了。" };
      await expect(convertComment(db, moderator, rewritten, on("2026-09-18"))).rejects.toMatchObject({
        key: "letters.notQuoted",
      });
      const { letter } = await convertComment(db, author, rewritten, on("2026-09-18"));
      expect(letter).toMatchObject({ authorId: author.id, sourceOfficeId: null });
    }),
  );

  test(
    "happens once, and again only after a withdrawal",
    inRollback(async (db) => {
      const { input, author, leader } = await discussion(db);
      const { letter } = await convertComment(db, author, input, on("2026-09-18"));
      const holder = await makeHolder(db, leader.id);
      await expect(convertComment(db, holder, input, on("2026-09-18"))).rejects.toMatchObject({
        key: "letters.commentTaken",
        details: { number: letter.number },
      });
      await withdrawLetter(db, author, { letterId: letter.id }, on("2026-09-19"));
      expect((await convertComment(db, holder, input, on("2026-09-20"))).letter.sourceOfficeId).toBe(leader.officeId);
    }),
  );

  test(
    "is refused to other citizens, to handlers, to another region's moderator, and to official replies",
    inRollback(async (db) => {
      const { input, leader, post } = await discussion(db);
      const stranger = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      for (const actor of [await makeCitizen(db), await makeHandler(db, leader.officeId), stranger]) {
        await expect(convertComment(db, actor, input, on("2026-09-18"))).rejects.toMatchObject({ key: "forbidden" });
      }
      const official = await makeComment(db, {
        postId: post.id,
        leaderId: leader.id,
        by: await makeHolder(db, leader.id),
        body,
      });
      await expect(
        convertComment(db, await makeHolder(db, leader.id), { ...input, commentId: official.id }, on("2026-09-18")),
      ).rejects.toMatchObject({ key: "letters.officialComment" });
    }),
  );

  test(
    "into an accusation leaves no public trace",
    inRollback(async (db) => {
      const { input, moderator, post } = await discussion(db);
      const { letter } = await convertComment(db, moderator, { ...input, kind: "accusation" }, on("2026-09-18"));
      expect(letter.visibility).toBe("handlers");
      const [event] = await eventsOf(db, letter);
      expect(event).toMatchObject({ public: false });
      expect(event?.topics).not.toContain(`post:${post.id}`);
    }),
  );
});

describe("the comment's author", () => {
  test(
    "becomes the letter's author by consenting, with a query code of their own",
    inRollback(async (db) => {
      const { input, moderator, author } = await discussion(db);
      const { letter, queryCode: first } = await convertComment(db, moderator, input, on("2026-09-18"));
      const given = await consentToLetter(
        db,
        author,
        { letterId: letter.id, visibility: "nickname" },
        on("2026-09-19"),
      );
      expect(given.letter).toMatchObject({
        authorId: author.id,
        visibility: "nickname",
        queryCodeHash: queryCodeHash(letter.number, given.queryCode),
      });
      expect(given.queryCode).not.toBe(first);
      await expect(
        consentToLetter(db, author, { letterId: letter.id, visibility: "nickname" }, on("2026-09-19")),
      ).rejects.toMatchObject({ key: "letters.consentGiven" });
    }),
  );

  test(
    "may close a published letter to the handlers",
    inRollback(async (db) => {
      const { input, moderator, author } = await discussion(db);
      const { letter } = await convertComment(db, moderator, input, on("2026-09-18"));
      const operator = await makeOperator(db, letter.mailbox.officeId);
      const accept = { letterId: letter.id, kind: "complaint" as const, termClass: "ordinary" as const };
      await acceptLetter(db, operator, { ...accept, publicTitle: "水压不足", publicBody: body }, on("2026-09-18"));
      const { letter: closed } = await consentToLetter(
        db,
        author,
        { letterId: letter.id, visibility: "handlers" },
        on("2026-09-19"),
      );
      expect(closed.publishedAt).toBeNull();
      expect((await eventsOf(db, letter)).at(-1)).toMatchObject({ what: "letter.unpublish", public: true });
    }),
  );

  test(
    "may decline: then there is nobody to ask",
    inRollback(async (db) => {
      const { input, moderator, author } = await discussion(db);
      const { letter } = await convertComment(db, moderator, input, on("2026-09-18"));
      expect(
        (await declineLetter(db, author, { letterId: letter.id }, on("2026-09-19"))).consentDeclinedAt,
      ).not.toBeNull();
      const operator = await makeOperator(db, letter.mailbox.officeId);
      await expect(
        askWriter(db, operator, { letterId: letter.id, words: "哪一栋？" }, on("2026-09-19")),
      ).rejects.toMatchObject({ key: "letters.noWriter" });
    }),
  );

  test(
    "alone is asked: nobody else consents for them",
    inRollback(async (db) => {
      const { input, moderator } = await discussion(db);
      const { letter } = await convertComment(db, moderator, input, on("2026-09-18"));
      const consent = { letterId: letter.id, visibility: "nickname" as const };
      await expect(consentToLetter(db, moderator, consent, on("2026-09-19"))).rejects.toMatchObject({
        key: "forbidden",
      });
      await expect(consentToLetter(db, await makeCitizen(db), consent, on("2026-09-19"))).rejects.toMatchObject({
        key: "letters.missing",
      });
    }),
  );
});
