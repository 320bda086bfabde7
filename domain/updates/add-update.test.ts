import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { images, posts, searchDocuments } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import type { readEventsAfter } from "#domain/events/stamped.ts";
import { readImage } from "#domain/images/read.ts";
import { storeImage } from "#domain/images/store.ts";
import { hidePost, hideUpdate, restoreUpdate } from "#domain/moderation/moderate.ts";
import { readLog } from "#domain/moderation/read-log.ts";
import { undoModeration } from "#domain/moderation/undo.ts";
import { indexEvents } from "#domain/search/index-events.ts";
import { makeLeader, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { addUpdate } from "./add-update.ts";
import { longestUpdate, mostUpdates } from "./input.ts";
import { readNewestUpdates, readUpdate, readUpdates } from "./read-updates.ts";

const now = on("2026-09-19");
const picture = () =>
  sharp({ create: { width: 8, height: 4, channels: 3, background: "#0f4c75" } })
    .png()
    .toBuffer();
const said = (postId: number, body: string) => ({ postId, body, images: [] });

describe("a post that grows", () => {
  test(
    "gets numbered updates, each with an address of its own",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const officeId = operator.grants[0]!.officeId!;
      const post = await makePost(db, { by: operator, officeId });
      const as = { officeId };
      await addUpdate(db, operator, { ...said(post.id, "管道已经挖开。"), as }, now);
      await addUpdate(db, operator, { ...said(post.id, "明早六点恢复供水。"), as }, on("2026-09-20"));
      expect(await readUpdates(db, post.id)).toMatchObject([
        { number: 1, body: "管道已经挖开。", speaker: { leader: null, voice: "office" } },
        { number: 2, body: "明早六点恢复供水。" },
      ]);
      expect(await readUpdate(db, post.id, 1)).toMatchObject({ update: { number: 1 }, previous: null, next: 2 });
      expect(await readUpdate(db, post.id, 3)).toBeNull();
      expect(await readNewestUpdates(db, [post.id])).toMatchObject([{ number: 2, body: "明早六点恢复供水。" }]);
    }),
  );

  test(
    "is found by what was added to it",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const officeId = operator.grants[0]!.officeId!;
      const post = await makePost(db, { by: operator, officeId });
      await addUpdate(db, operator, { ...said(post.id, "抢修队已到埔前。"), as: { officeId } }, now);
      const touched = [{ subject: `update:1`, counts: { post: post.id } }];
      await indexEvents(db, touched as unknown as Awaited<ReturnType<typeof readEventsAfter>>);
      const [document] = await db.select().from(searchDocuments).where(eq(searchDocuments.ofId, post.id));
      expect(document?.text).toContain("抢修队已到埔前");
    }),
  );

  test(
    "takes no empty words, none that are too long, and no more than a thread holds",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const officeId = operator.grants[0]!.officeId!;
      const post = await makePost(db, { by: operator, officeId });
      const add = (body: string) => addUpdate(db, operator, { ...said(post.id, body), as: { officeId } }, now);
      await expect(add(" \u200b ")).rejects.toMatchObject({ key: "updates.empty" });
      await expect(add("长".repeat(longestUpdate + 1))).rejects.toMatchObject({ key: "updates.tooLong" });
      for (let number = 1; number <= mostUpdates; number += 1) await add(`第 ${number} 条。`);
      await expect(add("再一条。")).rejects.toMatchObject({ key: "updates.tooMany" });
    }),
  );
});

describe("who adds to a post", () => {
  test(
    "is the leader in person, or the office under its own plate, and nobody else",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const { officeId } = leader;
      const post = await makePost(db, { leaderId: leader.id });
      const holder = await makeHolder(db, leader.id);
      const operator = await makeOperator(db, officeId);
      await addUpdate(db, holder, { ...said(post.id, "我今天去看过。"), as: { leaderId: leader.id } }, now);
      await addUpdate(db, operator, { ...said(post.id, "办公室补充电话。"), as: { officeId } }, now);
      expect(await readUpdates(db, post.id)).toMatchObject([
        { speaker: { leader: { handle: leader.handle }, voice: "self" } },
        { speaker: { leader: null, voice: "office" } },
      ]);

      const refused = (by: Parameters<typeof addUpdate>[1], as?: { leaderId: number } | { officeId: number }) =>
        expect(addUpdate(db, by, { ...said(post.id, "借名说话。"), as }, now)).rejects.toMatchObject({
          key: by.kind === "nobody" ? "signInFirst" : "forbidden",
        });
      const elsewhere = await makeOperator(db);
      await refused(operator, { leaderId: leader.id });
      await refused(elsewhere, { officeId });
      await refused(elsewhere, { officeId: elsewhere.grants[0]!.officeId! });
      await refused(await makeHandler(db, officeId), { officeId });
      await refused(await makeCitizen(db));
      await refused(holder);
      await refused(nobody);
    }),
  );

  test(
    "is the citizen who wrote an appeal, in their own name",
    inRollback(async (db) => {
      const post = await makePost(db);
      const citizen = await makeCitizen(db);
      await db.update(posts).set({ kind: "appeal", authorId: citizen.id }).where(eq(posts.id, post.id));
      await addUpdate(db, citizen, said(post.id, "今天拿到了诊断书。"), now);
      expect(await readUpdates(db, post.id)).toMatchObject([{ speaker: { office: null, nickname: citizen.nickname } }]);
      await expect(addUpdate(db, await makeCitizen(db), said(post.id, "我也说。"), now)).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );

  test(
    "finds no post that is not out, or hidden",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const operator = await makeOperator(db, (await makeOffice(db, { regionId: region.id })).id);
      const officeId = operator.grants[0]!.officeId!;
      const draft = await makePost(db, { by: operator, officeId, state: "draft" });
      const post = await makePost(db, { by: operator, officeId });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      await hidePost(db, moderator, { postId: post.id, code: "illegal" }, now);
      for (const postId of [draft.id, post.id, 0]) {
        await expect(
          addUpdate(db, operator, { ...said(postId, "补充。"), as: { officeId } }, now),
        ).rejects.toMatchObject({ key: "posts.missing" });
      }
    }),
  );
});

describe("hiding an update", () => {
  test(
    "leaves its number and a stone, takes its picture away, stands in the public log, and can be undone",
    inRollback(async (db) => {
      const region = await makeRegion(db);
      const office = await makeOffice(db, { regionId: region.id, triages: true });
      const operator = await makeOperator(db, office.id);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      const post = await makePost(db, { by: operator, officeId: office.id });
      const { token } = await storeImage(db, operator, { bytes: await picture() }, now);
      const as = { officeId: office.id };
      const { id: updateId } = await addUpdate(
        db,
        operator,
        { ...said(post.id, "照片里有门牌。"), images: [token], as },
        now,
      );
      expect((await readUpdate(db, post.id, 1))?.update.images).toMatchObject([{ token }]);
      expect(await readImage(db, token, async () => nobody)).toMatchObject({ postId: post.id });

      await expect(hideUpdate(db, operator, { updateId, code: "privacy" }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      await hideUpdate(db, moderator, { updateId, code: "privacy" }, now);
      expect(await readUpdates(db, post.id)).toMatchObject([
        { number: 1, body: "", images: [], hidden: { code: "privacy", office: { name: office.name } } },
      ]);
      expect(await readNewestUpdates(db, [post.id])).toEqual([]);
      expect(await readImage(db, token, async () => nobody)).toBeNull();
      expect((await readLog(db)).entries).toMatchObject([{ act: "update.hide", code: "privacy", postId: post.id }]);

      await restoreUpdate(db, moderator, { updateId }, now);
      expect(await readUpdates(db, post.id)).toMatchObject([{ body: "照片里有门牌。", hidden: null }]);
      await hideUpdate(db, moderator, { updateId, code: "privacy" }, now);
      await undoModeration(db, moderator, { subject: `update:${updateId}` }, now);
      expect(await readUpdates(db, post.id)).toMatchObject([{ hidden: null }]);
      expect(await db.select().from(images).where(eq(images.updateId, updateId))).toHaveLength(1);
    }),
  );
});

test("two who add to one post at once get two numbers", async () => {
  const { db } = await ownDatabase();
  const operator = await makeOperator(db);
  const officeId = operator.grants[0]!.officeId!;
  const post = await makePost(db, { by: operator, officeId });
  const add = (body: string) => addUpdate(db, operator, { ...said(post.id, body), as: { officeId } }, now);
  const added = await Promise.all(["一。", "二。", "三。", "四。"].map(add));
  expect(added.map(({ number }) => number).toSorted()).toEqual([1, 2, 3, 4]);
});
