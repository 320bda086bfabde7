import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { nobody } from "#domain/access/actor.ts";
import { hidePost } from "#domain/moderation/moderate.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment } from "#test/factories/posts.ts";
import { makeQuestion, makeSession } from "#test/factories/sessions.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { answerQuestion } from "./answer.ts";
import { endOverdue, endSession } from "./end.ts";
import { readLedSession, readLedSessions } from "./read-led.ts";
import { readQuestions } from "./read-questions.ts";
import { startDue, startSession } from "./start.ts";
import { takeUpQuestion } from "./take-up.ts";

const hour = on("2026-09-21", "15:00");
const later = on("2026-09-21", "15:20");
const shownNow = async (db: Db, postId: number) => (await readPost(db, postId, later))?.post?.session;

describe("a live session", () => {
  test(
    "begins by its host's hand, at most half an hour early, once",
    inRollback(async (db) => {
      const { post, holder } = await makeSession(db);
      const start = (time: string) => startSession(db, holder, { postId: post.id }, on("2026-09-21", time));
      await expect(start("14:29")).rejects.toMatchObject({ key: "sessions.tooEarly" });
      await start("14:30");
      await start("14:40");
      expect(await shownNow(db, post.id)).toMatchObject({ state: "live", startedAt: on("2026-09-21", "14:30").at });
    }),
  );

  test(
    "begins by the timetable at its hour, and ends by it half an hour after the announced end",
    inRollback(async (db) => {
      const { post } = await makeSession(db);
      expect(await startDue(db, on("2026-09-21", "14:59"))).toBe(0);
      expect(await startDue(db, hour)).toBe(1);
      expect(await startDue(db, hour)).toBe(0);
      expect(await endOverdue(db, on("2026-09-21", "16:59"))).toBe(0);
      expect(await endOverdue(db, on("2026-09-21", "17:00"))).toBe(1);
      expect(await endOverdue(db, on("2026-09-21", "17:01"))).toBe(0);
      expect(await shownNow(db, post.id)).toMatchObject({ state: "over", changesAt: null });
    }),
  );

  test(
    "shows one question at a time as being answered",
    inRollback(async (db) => {
      const { post, operator } = await makeSession(db);
      const [one, other] = [await makeQuestion(db, post), await makeQuestion(db, post)];
      const take = (commentId?: number) => takeUpQuestion(db, operator, { postId: post.id, commentId }, later);
      await expect(take(one.id)).rejects.toMatchObject({ key: "sessions.notLive" });
      await startSession(db, operator, { postId: post.id }, hour);
      await take(one.id);
      await take(other.id);
      expect(await shownNow(db, post.id)).toMatchObject({ answeringId: other.id });
      await take();
      expect(await shownNow(db, post.id)).toMatchObject({ answeringId: null });
      await expect(take((await makeComment(db)).id)).rejects.toMatchObject({ key: "comments.missing" });
    }),
  );

  test(
    "is answered under the host's plate once it has begun",
    inRollback(async (db) => {
      const { post, holder, leader } = await makeSession(db);
      const question = await makeQuestion(db, post);
      const answer = {
        postId: post.id,
        commentId: question.id,
        plate: `leader:${leader.id}`,
        body: "改造到十月底，分三片通水。",
      };
      await expect(answerQuestion(db, holder, answer, on("2026-09-20"))).rejects.toMatchObject({
        key: "sessions.notAnsweredYet",
      });
      await startSession(db, holder, { postId: post.id }, hour);
      await answerQuestion(db, holder, answer, later);
      const { questions } = await readQuestions(db, post.id, { view: "answered" }, later);
      expect(questions).toMatchObject([
        { question: { id: question.id }, answers: [{ official: true, body: answer.body }] },
      ]);
      expect((await readQuestions(db, post.id, { view: "unanswered" }, later)).questions).toEqual([]);
    }),
  );

  test(
    "is led by those who write for its stream or a host, and by nobody else",
    inRollback(async (db) => {
      const { post, holder, operator, region, office } = await makeSession(db);
      const editor = await makePerson(db, [{ role: "editor", regionId: region.id }]);
      for (const actor of [holder, operator, editor]) {
        expect(await readLedSession(db, actor, post.id, {}, later)).not.toBeNull();
        expect((await readLedSessions(db, actor, later)).map(({ id }) => id)).toContain(post.id);
      }
      await startSession(db, editor, { postId: post.id }, hour);
      const others = [nobody, await makeCitizen(db), await makeHandler(db, office.id), await makeOperator(db)];
      for (const actor of others) {
        expect(await readLedSession(db, actor, post.id, {}, later)).toBeNull();
        expect((await readLedSessions(db, actor, later)).map(({ id }) => id)).not.toContain(post.id);
        await expect(startSession(db, actor, { postId: post.id }, hour)).rejects.toMatchObject({
          key: actor === nobody ? "signInFirst" : "forbidden",
        });
        await expect(endSession(db, actor, { postId: post.id }, later)).rejects.toThrow();
        await expect(takeUpQuestion(db, actor, { postId: post.id }, later)).rejects.toThrow();
      }
    }),
  );

  test(
    "lets a host answer for themselves only",
    inRollback(async (db) => {
      const { post, operator, leader } = await makeSession(db);
      const question = await makeQuestion(db, post);
      await startSession(db, operator, { postId: post.id }, hour);
      const answer = { postId: post.id, commentId: question.id, plate: `leader:${leader.id}`, body: "已经安排。" };
      await expect(answerQuestion(db, operator, answer, later)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "takes no question after its end, but talk under a question goes on",
    inRollback(async (db) => {
      const { post, holder } = await makeSession(db);
      const question = await makeQuestion(db, post);
      await expect(endSession(db, holder, { postId: post.id }, later)).rejects.toMatchObject({
        key: "sessions.notBegun",
      });
      await startSession(db, holder, { postId: post.id }, hour);
      await makeQuestion(db, post);
      await endSession(db, holder, { postId: post.id }, later);
      await expect(makeComment(db, { postId: post.id, at: later })).rejects.toMatchObject({
        key: "sessions.notAskedAnyMore",
      });
      expect((await makeComment(db, { postId: post.id, replyTo: question.id, at: later })).parentId).toBe(question.id);
      await expect(startSession(db, holder, { postId: post.id }, later)).rejects.toMatchObject({
        key: "sessions.over",
      });
    }),
  );

  test(
    "neither begins nor is led while its post is hidden",
    inRollback(async (db) => {
      const { post, holder, region } = await makeSession(db);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      await hidePost(db, moderator, { postId: post.id, code: "advertising" }, on("2026-09-20"));
      expect(await startDue(db, hour)).toBe(0);
      await expect(startSession(db, holder, { postId: post.id }, hour)).rejects.toMatchObject({ key: "posts.missing" });
      expect(await readLedSession(db, await makeHolder(db, post.leaderId!), post.id, {}, hour)).toBeNull();
    }),
  );
});
