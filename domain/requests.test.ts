import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, requests } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { writeComment } from "#domain/comments/write.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { answerOnce } from "./requests.ts";

const at = (time: string) => on("2026-09-18", time);

function send(db: Db, citizen: Person, postId: number, body: string, time = "10:00", more = {}) {
  const asked = { personId: citizen.id, key: "k", bodyHash: body, minutes: 10, ...more };
  return answerOnce(db, asked, at(time), (tx) => writeComment(tx, citizen, { postId, body }, at(time)));
}

describe("the same request again", () => {
  test(
    "gets the same answer and does nothing",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const { id: postId } = await makePost(db);
      const first = await send(db, citizen, postId, "没水。");
      expect(await send(db, citizen, postId, "没水。", "10:09")).toEqual(first);
      expect(await db.select().from(comments)).toHaveLength(1);
    }),
  );

  test(
    "is a new one when its time is over, and when it is somebody else's",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const { id: postId } = await makePost(db);
      const first = await send(db, citizen, postId, "没水。");
      const later = await send(db, citizen, postId, "没水。", "10:11");
      const other = await send(db, await makeCitizen(db), postId, "没水。");
      expect(new Set([first.id, later.id, other.id]).size).toBe(3);
    }),
  );

  test(
    "under a key that stood for something else is refused",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const { id: postId } = await makePost(db);
      await send(db, citizen, postId, "没水。");
      await expect(send(db, citizen, postId, "没电。")).rejects.toMatchObject({ key: "requests.otherBody" });
    }),
  );

  test(
    "after a refusal is a new one",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const { id: postId } = await makePost(db);
      await expect(send(db, citizen, postId, " ")).rejects.toMatchObject({ key: "comments.empty" });
      expect(await db.select().from(requests)).toEqual([]);
      await send(db, citizen, postId, "没水。");
    }),
  );

  test("at the same time, ten times over, is done once and answered ten times alike", async () => {
    const { db } = await ownDatabase();
    const citizen = await makeCitizen(db);
    const { id: postId } = await makePost(db);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(db, citizen, postId, "没水。")));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await db.select().from(comments).where(eq(comments.postId, postId))).toHaveLength(1);
  });
});
