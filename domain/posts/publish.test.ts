import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, posts } from "#db/schema/index.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { pinPost, unpinPost } from "./change.ts";
import { discardPost, draftPost, editDraft, offerPost } from "./draft.ts";
import { composePost, publishPost, publishScheduled, schedulePost } from "./publish.ts";
import { readDrafts } from "./read-drafts.ts";
import { readPost } from "./read-post.ts";
import { readHome, readPinnedBroadcast, readStream } from "./read-posts.ts";

const now = on("2026-09-18");
const blank = { kind: "announcement", body: "今天起全城清洗供水管网。", prompts: [], images: [] } as const;
const words = { ...blank, prompts: [] as string[], images: [] as string[] };

describe("writing a post", () => {
  test(
    "in person is 本人, and everybody sees it at once",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const post = await makePost(db, { leaderId: leader.id });
      expect(post).toMatchObject({ state: "published", voice: "self", approvedById: null });
      const page = await readStream(db, { handle: leader.handle }, {}, now);
      expect(page.posts[0]).toMatchObject({
        id: post.id,
        speaker: { leader: { handle: leader.handle } },
        approved: false,
      });
      expect((await readHome(db, {}, now)).posts.map(({ id }) => id)).toEqual([post.id]);
    }),
  );

  test(
    "by the office is 办公室代发: it offers, the leader approves, and both are on record",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const operator = await makeOperator(db, leader.officeId);
      const holder = await makeHolder(db, leader.id);
      const draft = await draftPost(db, operator, { ...words, stream: { leaderId: leader.id } }, now);
      await expect(publishPost(db, operator, { postId: draft.id }, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(publishPost(db, holder, { postId: draft.id }, now)).rejects.toMatchObject({
        key: "posts.notOffered",
      });
      await offerPost(db, operator, { postId: draft.id }, now);
      expect((await readDrafts(db, holder))[0]).toMatchObject({ id: draft.id, state: "offered" });
      const post = await publishPost(db, holder, { postId: draft.id }, now);
      expect(post).toMatchObject({ voice: "office", authorId: operator.id, approvedById: holder.id });
      const steps = await db
        .select()
        .from(events)
        .where(eq(events.subject, `post:${post.id}`))
        .orderBy(events.id);
      expect(steps.map(({ what, personId }) => [what, personId])).toEqual([
        ["post.draft", operator.id],
        ["post.offer", operator.id],
        ["post.publish", holder.id],
      ]);
    }),
  );

  test(
    "that changes after it was offered has to be offered again",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const operator = await makeOperator(db, leader.officeId);
      const holder = await makeHolder(db, leader.id);
      const { id: postId } = await draftPost(db, operator, { ...words, stream: { leaderId: leader.id } }, now);
      await offerPost(db, operator, { postId }, now);
      await editDraft(db, operator, { postId, body: "换了一句话。", prompts: [], images: [] }, now);
      await expect(publishPost(db, holder, { postId }, now)).rejects.toMatchObject({ key: "posts.notOffered" });
      await offerPost(db, operator, { postId }, now);
      await editDraft(db, holder, { postId, body: "我自己改一句。", prompts: [], images: [] }, now);
      expect(await publishPost(db, holder, { postId }, now)).toMatchObject({ body: "我自己改一句。", voice: "office" });
    }),
  );

  test(
    "is refused to citizens, to other offices and to nobody's stream",
    inRollback(async (db) => {
      const office = await makeOffice(db);
      const of = { ...words, stream: { officeId: office.id } };
      await expect(draftPost(db, await makeCitizen(db), of, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(draftPost(db, await makeOperator(db), of, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(
        draftPost(db, await makeOperator(db), { ...words, stream: { leaderId: 999_999 } }, now),
      ).rejects.toMatchObject({ key: "posts.noSuchStream" });
      const draft = await makePost(db, { state: "draft" });
      await expect(discardPost(db, await makeOperator(db), { postId: draft.id }, now)).rejects.toMatchObject({
        key: "posts.missing",
      });
    }),
  );

  test.each([
    ["posts.empty", { body: " \u200B\n" }],
    ["posts.tooLong", { body: "长".repeat(5001) }],
    ["posts.nothingAsked", { kind: "solicitation" as const, prompts: [" "] }],
    ["posts.promptTooLong", { kind: "solicitation" as const, prompts: ["问".repeat(41)] }],
    ["forbidden", { kind: "broadcast" as const }],
  ])("%s", (key, bad) =>
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const stream = { officeId: operator.grants[0]!.officeId! };
      await expect(draftPost(db, operator, { ...words, stream, ...bad }, now)).rejects.toMatchObject({ key });
      expect(await db.select().from(posts)).toEqual([]);
    })(),
  );

  test(
    "twice, by two clicks, publishes once",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const draft = await makePost(db, { by: operator, officeId: operator.grants[0]!.officeId!, state: "draft" });
      await publishPost(db, operator, { postId: draft.id }, now);
      await publishPost(db, operator, { postId: draft.id }, on("2026-09-19"));
      const published = await db
        .select()
        .from(events)
        .where(and(eq(events.subject, `post:${draft.id}`), eq(events.what, "post.publish")));
      expect(published).toHaveLength(1);
    }),
  );
});

describe("a broadcast", () => {
  test(
    "is for the region's editor and the triage office, and stands pinned on the home page",
    inRollback(async (db) => {
      const office = await makeOffice(db, { triages: true });
      const editor = await makePerson(db, [{ role: "editor", regionId: office.regionId }]);
      const first = await makePost(db, { officeId: office.id, kind: "broadcast" });
      const second = await makePost(db, { officeId: office.id, by: editor, kind: "broadcast" });
      await pinPost(db, editor, { postId: first.id }, now);
      await pinPost(db, editor, { postId: second.id }, now);
      expect(await readPinnedBroadcast(db, now)).toMatchObject({ id: second.id, pinned: true });
      expect((await readHome(db, {}, now)).posts.map(({ id }) => id)).toEqual([first.id]);
      const pinned = await db.select({ id: posts.id }).from(posts).where(eq(posts.officeId, office.id));
      expect(pinned).toHaveLength(2);
      expect((await readStream(db, { slug: office.slug }, {}, now)).pinned).toMatchObject({ id: second.id });
      await unpinPost(db, editor, { postId: second.id }, now);
      expect(await readPinnedBroadcast(db, now)).toBeNull();
      await expect(pinPost(db, await makeOperator(db), { postId: first.id }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
    }),
  );
});

describe("a scheduled post", () => {
  test(
    "comes out when its time has come, not before, and once",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const holder = await makeHolder(db, leader.id);
      const post = await composePost(
        db,
        holder,
        { ...words, stream: { leaderId: leader.id }, next: "schedule", publishAt: instant("2026-09-19", "08:00") },
        now,
      );
      expect(await publishScheduled(db, on("2026-09-19", "07:59"))).toBe(0);
      expect(await readPost(db, post.id, now)).toBeNull();
      expect(await publishScheduled(db, on("2026-09-19", "08:00"))).toBe(1);
      expect(await publishScheduled(db, on("2026-09-19", "08:01"))).toBe(0);
      expect((await readPost(db, post.id, now))?.post).toMatchObject({ at: instant("2026-09-19", "08:00") });
    }),
  );

  test(
    "needs a time to come, and leaves nothing behind without one",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const compose = {
        ...words,
        stream: { officeId: operator.grants[0]!.officeId! },
        next: "schedule" as const,
        publishAt: undefined,
      };
      await expect(composePost(db, operator, compose, now)).rejects.toMatchObject({ key: "posts.whenMissing" });
      expect(await db.select().from(posts)).toEqual([]);
      const draft = await makePost(db, { by: operator, officeId: operator.grants[0]!.officeId!, state: "draft" });
      await expect(schedulePost(db, operator, { postId: draft.id, publishAt: now.at }, now)).rejects.toMatchObject({
        key: "posts.timeIsPast",
      });
    }),
  );

  test(
    "that changes is a draft again",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const draft = await makePost(db, { by: operator, officeId: operator.grants[0]!.officeId!, state: "draft" });
      await schedulePost(db, operator, { postId: draft.id, publishAt: instant("2026-09-19") }, now);
      await editDraft(db, operator, { postId: draft.id, body: "改", prompts: [], images: [] }, now);
      expect(await publishScheduled(db, on("2026-09-20"))).toBe(0);
    }),
  );
});
