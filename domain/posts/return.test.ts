import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { makeLeader } from "#test/factories/offices.ts";
import { makeHolder, makeOperator } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { discardPost, editDraft, offerPost, restorePost } from "./draft.ts";
import { publishPost, revisePost, schedulePost, unschedulePost } from "./publish.ts";
import { readDraft } from "./read-drafts.ts";
import { returnPost } from "./return.ts";

const now = on("2026-09-18");

/** What an office has laid before its leader. */
async function offered(db: Db) {
  const leader = await makeLeader(db);
  const operator = await makeOperator(db, leader.officeId);
  const holder = await makeHolder(db, leader.id);
  const { id: postId } = await makePost(db, { leaderId: leader.id, by: operator, state: "draft" });
  await offerPost(db, operator, { postId }, now);
  return { operator, holder, postId };
}

describe("what the office wrote for its leader", () => {
  test(
    "comes back with the leader's words, which stand beside it until it is offered again",
    inRollback(async (db) => {
      const { operator, holder, postId } = await offered(db);
      await returnPost(db, holder, { postId, words: "日期不对，是下周一。" }, now);
      expect(await readDraft(db, operator, postId)).toMatchObject({
        state: "draft",
        returned: "日期不对，是下周一。",
      });
      await expect(publishPost(db, holder, { postId }, now)).rejects.toMatchObject({ key: "posts.notOffered" });
      await offerPost(db, operator, { postId }, now);
      expect(await readDraft(db, holder, postId)).toMatchObject({ state: "offered", returned: null });
      const steps = await db
        .select({ what: events.what, personId: events.personId, public: events.public })
        .from(events)
        .where(eq(events.subject, `post:${postId}`))
        .orderBy(events.id);
      expect(steps.slice(2)).toEqual([
        { what: "post.return", personId: holder.id, public: false },
        { what: "post.offer", personId: operator.id, public: false },
      ]);
    }),
  );

  test(
    "is given back in words, once, and not by who wrote it or by strangers",
    inRollback(async (db) => {
      const { operator, holder, postId } = await offered(db);
      const back = (by: typeof holder, words = "再改改。") => returnPost(db, by, { postId, words }, now);
      await expect(back(operator)).rejects.toMatchObject({ key: "forbidden" });
      await expect(back(await makeOperator(db))).rejects.toMatchObject({ key: "posts.missing" });
      await expect(back(holder, " \u200B")).rejects.toMatchObject({ key: "posts.returnedWordless" });
      await expect(back(holder, "改".repeat(501))).rejects.toMatchObject({ key: "posts.returnTooLong" });
      expect(await readDraft(db, holder, postId)).toMatchObject({ state: "offered" });
      await back(holder);
      await back(holder, "第二次点击。");
      expect(await readDraft(db, operator, postId)).toMatchObject({ returned: "再改改。" });
    }),
  );

  test(
    "goes out in the leader's wording when it was mended and approved in one",
    inRollback(async (db) => {
      const { operator, holder, postId } = await offered(db);
      const mended = { postId, body: "下周一停水。", prompts: [], images: [], publishAt: undefined };
      await expect(revisePost(db, operator, { ...mended, next: "publish" }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      expect((await readDraft(db, holder, postId))?.body).not.toBe("下周一停水。");
      expect(await revisePost(db, holder, { ...mended, next: "publish" }, now)).toMatchObject({
        state: "published",
        body: "下周一停水。",
        voice: "office",
        approvedById: holder.id,
      });
    }),
  );

  test(
    "taken out of the timetable waits again: for the leader, or with the office when the office took it",
    inRollback(async (db) => {
      const { operator, holder, postId } = await offered(db);
      const publishAt = instant("2026-09-20", "08:00");
      const stateAfter = async (by: typeof holder) => {
        await schedulePost(db, holder, { postId, publishAt }, now);
        await unschedulePost(db, by, { postId }, now);
        await unschedulePost(db, by, { postId }, now);
        return readDraft(db, by, postId);
      };
      expect(await stateAfter(holder)).toMatchObject({ state: "offered", publishAt: null });
      expect(await stateAfter(operator)).toMatchObject({ state: "draft", publishAt: null });
      await expect(unschedulePost(db, await makeOperator(db), { postId }, now)).rejects.toMatchObject({
        key: "posts.missing",
      });
    }),
  );
});

test(
  "what a leader writes in person is nobody else's: not seen, mended, offered or put away by the office",
  inRollback(async (db) => {
    const leader = await makeLeader(db);
    const operator = await makeOperator(db, leader.officeId);
    const { id: postId } = await makePost(db, { leaderId: leader.id, state: "draft" });
    expect(await readDraft(db, operator, postId)).toBeNull();
    const tried = [
      () => editDraft(db, operator, { postId, body: "办公室的话。", prompts: [], images: [] }, now),
      () => offerPost(db, operator, { postId }, now),
      () => discardPost(db, operator, { postId }, now),
      () => unschedulePost(db, operator, { postId }, now),
    ];
    for (const attempt of tried) await expect(attempt()).rejects.toMatchObject({ key: "posts.missing" });
    await discardPost(db, await makeHolder(db, leader.id), { postId }, now);
    await expect(restorePost(db, operator, { postId }, now)).rejects.toMatchObject({ key: "posts.missing" });
  }),
);

describe("a discarded draft", () => {
  test(
    "can be taken out again by those who write on its stream, and by nobody else",
    inRollback(async (db) => {
      const { operator, holder, postId } = await offered(db);
      await discardPost(db, operator, { postId }, now);
      expect(await readDraft(db, operator, postId)).toBeNull();
      await expect(editDraft(db, operator, { postId, body: "改", prompts: [], images: [] }, now)).rejects.toMatchObject(
        { key: "posts.discarded" },
      );
      await expect(restorePost(db, await makeOperator(db), { postId }, now)).rejects.toMatchObject({
        key: "posts.missing",
      });
      await restorePost(db, operator, { postId }, now);
      await restorePost(db, operator, { postId }, now);
      expect(await readDraft(db, operator, postId)).toMatchObject({ state: "draft" });
      await expect(publishPost(db, holder, { postId }, now)).rejects.toMatchObject({ key: "posts.notOffered" });
    }),
  );
});
