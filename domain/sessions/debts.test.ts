import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { letters, owedQuestions, sessions } from "#db/schema/index.ts";
import { clock, type Person } from "#domain/access/actor.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { eventsOf } from "#test/events-of.ts";
import { makePerson } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { makeQuestion, makeSession } from "#test/factories/sessions.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { endSession } from "./end.ts";
import { readDebts } from "./read-debts.ts";
import { readQuestions } from "./read-questions.ts";
import { settleOwed } from "./settle-owed.ts";
import { startSession } from "./start.ts";

const hour = on("2026-09-21", "15:00");
const end = on("2026-09-21", "16:30");
const body = "我们这栋四楼以上早晚高峰根本没水，什么时候能解决？";

async function begun(db: Db) {
  const session = await makeSession(db);
  await startSession(db, session.holder, { postId: session.post.id }, hour);
  const finish = () => endSession(db, session.holder, { postId: session.post.id }, end);
  const moderator = await makePerson(db, [{ role: "moderator", regionId: session.region.id }]);
  return { ...session, finish, moderator };
}

const letterOf = async (db: Db, commentId: number) =>
  (await db.select().from(letters).where(eq(letters.commentId, commentId)))[0];

describe("the debt list of a session", () => {
  test(
    "makes a letter of each question that enough people supported and nobody answered",
    inRollback(async (db) => {
      const { post, holder, leader, office, mailbox, finish } = await begun(db);
      const owed = await makeQuestion(db, post, { body, votes: 6 });
      const few = await makeQuestion(db, post, { votes: 4 });
      const answered = await makeQuestion(db, post, { votes: 7 });
      await makeComment(db, { postId: post.id, replyTo: answered.id, leaderId: leader.id, by: holder, at: hour });
      await finish();
      expect(await settleOwed(db, end)).toBe(1);
      expect(await letterOf(db, few.id)).toBeUndefined();
      expect(await letterOf(db, answered.id)).toBeUndefined();
      const letter = (await letterOf(db, owed.id))!;
      expect(letter).toMatchObject({
        via: "question",
        kind: "inquiry",
        visibility: "nameless",
        body,
        authorId: null,
        sourceOfficeId: office.id,
        mailboxId: mailbox.id,
        state: "submitted",
      });
      const [event] = await eventsOf(db, letter);
      expect(event).toMatchObject({ what: "letter.convert", role: "clock", officeId: office.id, public: true });
      expect(event?.topics).toContain(`post:${post.id}`);
      const { debts } = await readDebts(db, post.id, undefined, end);
      expect(debts).toMatchObject([{ votes: 6, question: { id: owed.id, letter: { number: letter.number } } }]);
      const left = await readQuestions(db, post.id, { view: "unanswered" }, end);
      expect(left.questions.map(({ question }) => question.id)).toEqual([few.id]);
      const [row] = await db.select().from(sessions).where(eq(sessions.postId, post.id));
      expect(row).toMatchObject({ asked: 3, answered: 1, debtFrom: 5 });
    }),
  );

  test(
    "is fixed when the session ends, by the first of two clicks, and settled once",
    inRollback(async (db) => {
      const { post, finish } = await begun(db);
      const question = await makeQuestion(db, post, { votes: 5 });
      await finish();
      await finish();
      expect(await settleOwed(db, end)).toBe(1);
      expect(await settleOwed(db, end)).toBe(0);
      expect(await db.select().from(letters).where(eq(letters.commentId, question.id))).toHaveLength(1);
    }),
  );

  test(
    "has no hidden question on it, and one hidden afterwards becomes no letter",
    inRollback(async (db) => {
      const { post, finish, moderator } = await begun(db);
      const [before, after] = [await makeQuestion(db, post, { votes: 5 }), await makeQuestion(db, post, { votes: 5 })];
      await hideComment(db, moderator, { commentId: before.id, code: "advertising" }, hour);
      await finish();
      await hideComment(db, moderator, { commentId: after.id, code: "advertising" }, end);
      expect(await settleOwed(db, end)).toBe(0);
      expect(await settleOwed(db, end)).toBe(0);
      const { debts } = await readDebts(db, post.id, undefined, end);
      expect(debts).toMatchObject([{ question: { id: after.id, body: "", hidden: { code: "advertising" } } }]);
      expect(await letterOf(db, after.id)).toBeUndefined();
    }),
  );

  test(
    "names the letter that somebody else has already made of a question, and tells nothing of an accusation",
    inRollback(async (db) => {
      const { post, finish, moderator } = await begun(db);
      const [taken, accusing] = [
        await makeQuestion(db, post, { body, votes: 5 }),
        await makeQuestion(db, post, { body: `${body}有人收钱。`, votes: 5 }),
      ];
      const convert = (by: Person, commentId: number, kind: "complaint" | "accusation") =>
        convertComment(db, by, { commentId, kind, title: "没有水", body }, hour);
      const { letter } = await convert(moderator, taken.id, "complaint");
      expect(letter.via).toBe("question");
      await convert(moderator, accusing.id, "accusation");
      await finish();
      expect(await settleOwed(db, end)).toBe(0);
      const { debts } = await readDebts(db, post.id, undefined, end);
      expect(debts.map(({ question }) => question.letter?.number)).toEqual([letter.number]);
    }),
  );

  test(
    "is not the timetable's way around a comment that may not be a letter",
    inRollback(async (db) => {
      const { post, holder, leader } = await begun(db);
      const official = await makeComment(db, { postId: post.id, leaderId: leader.id, by: holder, at: hour });
      await expect(
        convertComment(db, clock, { commentId: official.id, kind: "inquiry", title: "水", body: "水" }, end),
      ).rejects.toMatchObject({ key: "letters.officialComment" });
    }),
  );

  test("is settled by two timetables at once without a second letter, and goes on where it was killed", async () => {
    const { db } = await ownDatabase();
    const { post, finish } = await begun(db);
    for (const _ of Array.from({ length: 6 })) await makeQuestion(db, post, { votes: 5 });
    await finish();
    const made = await Promise.all([settleOwed(db, end), settleOwed(db, end)]);
    expect(made[0] + made[1]).toBe(6);
    // As after a kill between a letter and the next: what is not settled yet is, and the others stay as they are.
    await db.update(owedQuestions).set({ settledAt: null });
    expect(await settleOwed(db, end)).toBe(0);
    expect(await db.select().from(letters)).toHaveLength(6);
  });
});
