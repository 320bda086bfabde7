import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { discardPost, draftPost, editDraft, offerPost } from "#domain/posts/draft.ts";
import { composePost, publishPost, publishScheduled, schedulePost } from "#domain/posts/publish.ts";
import { readDraft } from "#domain/posts/read-drafts.ts";
import { makeLeader } from "#test/factories/offices.ts";
import { makeHolder, makeOperator } from "#test/factories/people.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { pollFields } from "./input.ts";
import { readPolls } from "./read-polls.ts";

const now = on("2026-09-18", "10:00");
const whole = { mode: "multiple", options: "修路灯\n补人行道\r\n\n 通下水 ", most: "2", closesAt: "2026-09-20T18:00" };

const asked = (given: object = {}) => pollFields.parse({ ...whole, ...given });
const written = { body: "先修哪一处？", prompts: [], images: [] };

async function drafted(db: Db, given: object = {}) {
  const operator = await makeOperator(db);
  const stream = { officeId: operator.grants[0]!.officeId! };
  const post = await draftPost(db, operator, { ...written, stream, kind: "poll", poll: asked(given) }, now);
  return { operator, stream, postId: post.id };
}

describe("what is to be voted on", () => {
  test(
    "is kept with the draft and mended with it",
    inRollback(async (db) => {
      const { operator, postId } = await drafted(db);
      expect((await readDraft(db, operator, postId))?.poll).toMatchObject({
        mode: "multiple",
        options: ["修路灯", "补人行道", "通下水"],
        most: 2,
        closesAt: instant("2026-09-20", "18:00"),
      });
      const poll = asked({ mode: "ranked", options: ["甲", "乙"], closesAt: "" });
      await editDraft(db, operator, { ...written, postId, poll }, now);
      expect((await readDraft(db, operator, postId))?.poll).toMatchObject({ mode: "ranked", most: 2, closesAt: null });
      const stranger = await makeOperator(db);
      await expect(editDraft(db, stranger, { ...written, postId, poll: asked() }, now)).rejects.toMatchObject({
        key: "posts.missing",
      });
    }),
  );

  test(
    "stands as it is once it is out",
    inRollback(async (db) => {
      const { operator, postId } = await drafted(db);
      await publishPost(db, operator, { postId }, now);
      await expect(editDraft(db, operator, { ...written, postId, poll: asked() }, now)).rejects.toMatchObject({
        key: "posts.alreadyPublished",
      });
      expect((await readPolls(db, [postId]))[0]!.options).toHaveLength(3);
    }),
  );

  test.each([
    [{ options: Array.from({ length: 13 }, (_, n) => `第 ${n} 处`) }, "polls.tooManyOptions"],
    [{ options: ["长".repeat(61), "短"] }, "polls.optionTooLong"],
    [{ options: ["路灯", "路灯\u200B"] }, "polls.optionTwice"],
    [{ most: "4" }, "polls.mostBeyondOptions"],
  ])("is refused in words: %j", (given, key) =>
    inRollback(async (db) => {
      await expect(drafted(db, given)).rejects.toMatchObject({ key });
    })(),
  );

  test(
    "may wait half done, but is whole before it is offered, scheduled or goes out",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const operator = await makeOperator(db, leader.officeId);
      const holder = await makeHolder(db, leader.id);
      const stream = { leaderId: leader.id };
      const { id } = await draftPost(
        db,
        operator,
        { ...written, stream, kind: "poll", poll: asked({ closesAt: "" }) },
        now,
      );
      await expect(offerPost(db, operator, { postId: id }, now)).rejects.toMatchObject({ key: "polls.noEnd" });
      await discardPost(db, operator, { postId: id }, now);
      const compose = (given: object, next: "publish" | "schedule", publishAt?: Date) =>
        composePost(db, holder, { ...written, stream, kind: "poll", poll: asked(given), next, publishAt }, now);
      await expect(compose({ options: "只有一个" }, "publish")).rejects.toMatchObject({ key: "polls.nothingToVoteOn" });
      await expect(compose({ closesAt: "2026-09-18T09:00" }, "publish")).rejects.toMatchObject({
        key: "polls.endIsPast",
      });
      await expect(compose({}, "schedule", instant("2026-09-20", "19:00"))).rejects.toMatchObject({
        key: "polls.endIsPast",
      });
      const { id: scheduled } = await compose({}, "schedule", instant("2026-09-19", "08:00"));
      await schedulePost(db, holder, { postId: scheduled, publishAt: instant("2026-09-19", "09:00") }, now);
      expect(await publishScheduled(db, on("2026-09-19", "09:00"))).toBe(1);
    }),
  );
});
