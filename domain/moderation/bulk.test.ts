import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { actInBulk, previewBulk, readOwnBulk, undoBulk } from "./bulk.ts";
import { bulkInput } from "./input.ts";
import { hideComment, restoreComment } from "./moderate.ts";
import { readLog } from "./read-log.ts";
import { readQueue } from "./read-queue.ts";

const at = (time: string) => on("2026-09-18", time);

async function place(db: Db, n = 3) {
  const region = await makeRegion(db);
  await makeOffice(db, { regionId: region.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
  const commentIds: number[] = [];
  for (let i = 0; i < n; i += 1) commentIds.push((await makeComment(db, { postId: post.id })).id);
  return { region, moderator, post, commentIds };
}

const hiding = (commentIds: number[]) => ({ commentIds, act: "hide" as const, code: "advertising" as const });

describe("several comments at once", () => {
  test(
    "are hidden each with an entry of its own, and come back by one undo",
    inRollback(async (db) => {
      const { moderator, post, commentIds } = await place(db);
      const [first] = commentIds;
      await hideComment(db, moderator, { commentId: first!, code: "insult" }, at("10:30"));
      expect(await previewBulk(db, moderator, hiding(commentIds))).toEqual({
        does: commentIds.slice(1),
        skips: [first],
      });
      const { id, done } = await actInBulk(db, moderator, hiding(commentIds), at("11:00"));
      expect(done).toBe(2);
      expect((await readLog(db)).entries.map(({ act, code, bulk }) => [act, code, bulk])).toEqual([
        ["comment.hide", "advertising", id],
        ["comment.hide", "advertising", id],
        ["comment.hide", "insult", null],
      ]);
      expect(await readOwnBulk(db, moderator, at("11:05"))).toMatchObject({ id, act: "hide", n: 2 });
      expect(await readOwnBulk(db, moderator, at("11:11"))).toBeNull();
      expect(await undoBulk(db, moderator, { bulkId: id }, at("11:09"))).toBe(2);
      const { threads } = await readThread(db, post.id, { sort: "oldest" }, at("11:10"));
      expect(threads.map(({ comment }) => comment.hidden?.code ?? null)).toEqual(["insult", null, null]);
      expect((await readLog(db)).entries.filter(({ undone }) => undone)).toHaveLength(2);
      await expect(undoBulk(db, moderator, { bulkId: id }, at("11:09"))).rejects.toMatchObject({
        key: "moderation.nothingToUndo",
      });
    }),
  );

  test(
    "are left in the discussion, and wait again when that is taken back",
    inRollback(async (db) => {
      const { moderator, commentIds } = await place(db);
      const { id } = await actInBulk(db, moderator, { commentIds, act: "review" }, at("11:00"));
      expect((await readQueue(db, moderator, {}, at("11:01"))).comments).toEqual([]);
      await undoBulk(db, moderator, { bulkId: id }, at("11:02"));
      expect((await readQueue(db, moderator, {}, at("11:03"))).comments).toHaveLength(3);
    }),
  );

  test(
    "leaves alone what was changed again since, and is too late after ten minutes",
    inRollback(async (db) => {
      const { moderator, commentIds } = await place(db, 2);
      const { id } = await actInBulk(db, moderator, hiding(commentIds), at("11:00"));
      await restoreComment(db, moderator, { commentId: commentIds[0]! }, at("11:01"));
      await hideComment(db, moderator, { commentId: commentIds[0]!, code: "insult" }, at("11:02"));
      await expect(undoBulk(db, moderator, { bulkId: id }, at("11:10"))).rejects.toMatchObject({
        key: "moderation.undoTooLate",
      });
      expect(await undoBulk(db, moderator, { bulkId: id }, at("11:09"))).toBe(1);
    }),
  );

  test(
    "are refused whole where one of them lies elsewhere, to others, and where nothing is left to do",
    inRollback(async (db) => {
      const { moderator, commentIds } = await place(db, 2);
      const elsewhere = await makeComment(db);
      const stranger = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      const mixed = hiding([...commentIds, elsewhere.id]);
      await expect(actInBulk(db, moderator, mixed, at("11:00"))).rejects.toMatchObject({ key: "forbidden" });
      await expect(previewBulk(db, elsewhere.author, hiding(commentIds))).rejects.toMatchObject({ key: "forbidden" });
      const { id } = await actInBulk(db, moderator, hiding(commentIds), at("11:00"));
      await expect(undoBulk(db, stranger, { bulkId: id }, at("11:01"))).rejects.toMatchObject({
        key: "moderation.notYours",
      });
      await expect(undoBulk(db, elsewhere.author, { bulkId: id }, at("11:01"))).rejects.toMatchObject({
        key: "forbidden",
      });
      await expect(actInBulk(db, moderator, hiding(commentIds), at("11:02"))).rejects.toMatchObject({
        key: "moderation.nothingLeft",
      });
    }),
  );

  test("need at least one tick, at most fifty, and a reason for hiding", () => {
    expect(bulkInput.safeParse({ act: "review" }).success).toBe(false);
    expect(bulkInput.safeParse({ act: "review", commentIds: "7" }).data?.commentIds).toEqual([7]);
    expect(bulkInput.safeParse({ act: "hide", commentIds: ["7", "8"] }).error?.issues[0]?.path).toEqual(["code"]);
    expect(bulkInput.safeParse({ act: "review", commentIds: Array(51).fill("7") }).success).toBe(false);
  });
});
