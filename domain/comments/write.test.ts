import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { comments, events, eventWords, posts } from "#db/schema/index.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { hideComment, hidePost } from "#domain/moderation/moderate.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { makeLeader } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { addToComment, editComment } from "./change.ts";
import { countComments } from "./count.ts";
import { readCommentHistory } from "./read-history.ts";
import { readOneThread, readThread } from "./read-thread.ts";
import { writeComment } from "./write.ts";

const now = on("2026-09-18", "10:00");

describe("a comment", () => {
  test(
    "is counted, sealed and told to who looks at the post",
    inRollback(async (db) => {
      const post = await makePost(db);
      const comment = await makeComment(db, { postId: post.id, body: "四楼没有水。\r\n真的\u200B。" });
      const [row] = await db.select().from(comments).where(eq(comments.id, comment.id));
      expect(row).toMatchObject({ body: "四楼没有水。\n真的。", authorId: comment.author.id });
      const [event] = await db.select().from(events).where(eq(events.id, comment.eventId));
      expect(event).toMatchObject({
        what: "comment.write",
        topics: [`post:${post.id}`],
        role: "citizen",
        public: true,
      });
      const [words] = await db.select().from(eventWords).where(eq(eventWords.eventId, comment.eventId));
      expect(words?.text).toBe("四楼没有水。\n真的。");
      expect((await readPost(db, post.id, now))?.post?.comments).toBe(1);
    }),
  );

  test(
    "below the second level stands on the second and names whom it answers",
    inRollback(async (db) => {
      const first = await makeComment(db);
      const { postId } = first;
      const second = await makeComment(db, { postId, replyTo: first.id });
      const third = await makeComment(db, { postId, replyTo: second.id });
      expect(second).toMatchObject({ parentId: first.id });
      expect(third).toMatchObject({ parentId: first.id });
      const [thread] = (await readThread(db, postId, {}, now)).threads;
      expect(thread?.replies.map(({ id, replyTo }) => [id, replyTo?.id ?? null])).toEqual([
        [second.id, null],
        [third.id, second.id],
      ]);
      expect(thread?.replies[1]?.replyTo?.speaker.nickname).toBe(second.author.nickname);
      expect(thread?.comment.replies).toBe(2);
    }),
  );

  test(
    "under a plate speaks for the position or the office, and no nickname is shown",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const post = await makePost(db, { leaderId: leader.id });
      await makeComment(db, { postId: post.id });
      const reply = await makeComment(db, {
        postId: post.id,
        leaderId: leader.id,
        by: await makeHolder(db, leader.id),
      });
      const page = await readThread(db, post.id, {}, now);
      expect(page.pinned[0]?.comment).toMatchObject({
        id: reply.id,
        official: true,
        speaker: { leader: { handle: leader.handle }, nickname: null, voice: "self" },
      });
      expect(page.threads.map(({ comment }) => comment.official)).toEqual([false]);
    }),
  );

  test(
    "is refused without a sign-in, to the unverified, to desks, and under somebody else's plate",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const leader = await makeLeader(db);
      const write = (by: Parameters<typeof writeComment>[1], more = {}) =>
        writeComment(db, by, { postId, body: "听说了。", ...more }, now);
      const unverified = await makePerson(db, [], { verifiedAt: null });
      await expect(write(nobody)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(write(unverified)).rejects.toMatchObject({ key: "forbidden" });
      await expect(write(await makeOperator(db))).rejects.toMatchObject({ key: "comments.notForDesks" });
      await expect(write(await makeCitizen(db), { leaderId: leader.id })).rejects.toMatchObject({ key: "forbidden" });
      await expect(write(await makeOperator(db), { officeId: leader.officeId })).rejects.toMatchObject({
        key: "forbidden",
      });
      expect(await db.select().from(comments)).toEqual([]);
    }),
  );

  test.each([
    ["comments.empty", { body: "\u200B \n" }],
    ["comments.tooLong", { body: "长".repeat(2001) }],
    ["comments.noSuchPrompt", { prompt: 2 }],
    ["comments.missing", { replyTo: 999_999 }],
    ["posts.missing", { postId: 999_999 }],
  ])("%s", (key, bad) =>
    inRollback(async (db) => {
      const post = await makePost(db, { prompts: ["最满意", "最不满意"] });
      const by = await makeCitizen(db);
      await expect(writeComment(db, by, { postId: post.id, body: "好", ...bad }, now)).rejects.toMatchObject({ key });
      expect(await db.select().from(comments)).toEqual([]);
    })(),
  );

  test(
    "is refused where the post or what it answers is hidden or not out",
    inRollback(async (db) => {
      const post = await makePost(db);
      const first = await makeComment(db, { postId: post.id });
      const draft = await makePost(db, { state: "draft" });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: first.id, code: "insult" }, now);
      await expect(makeComment(db, { postId: post.id, replyTo: first.id })).rejects.toMatchObject({
        key: "comments.answeredHidden",
      });
      await expect(makeComment(db, { postId: draft.id })).rejects.toMatchObject({ key: "posts.missing" });
      await hidePost(db, moderator, { postId: post.id, code: "illegal" }, now);
      await expect(makeComment(db, { postId: post.id })).rejects.toMatchObject({ key: "comments.postHidden" });
    }),
  );

  test(
    "with the same words is refused within ten minutes, not after, and not to somebody else",
    inRollback(async (db) => {
      const { postId, author } = await makeComment(db, { body: "同感。", at: now });
      const again = (time: string, by = author) =>
        makeComment(db, { postId, by, body: "同感。 ", at: on("2026-09-18", time) });
      await expect(again("10:09")).rejects.toMatchObject({ key: "comments.repeated" });
      await again("10:09", await makeCitizen(db));
      await again("10:11");
    }),
  );
});

describe("changing one's comment", () => {
  const at = (time: string) => on("2026-09-18", time);

  test(
    "within a quarter of an hour keeps the earlier words readable",
    inRollback(async (db) => {
      const { id, author } = await makeComment(db, { body: "三楼没水。", at: now });
      await editComment(db, author, { commentId: id, body: "四楼没水。" }, at("10:14"));
      const history = await readCommentHistory(db, id, now);
      expect(history?.comment).toMatchObject({ edited: true, body: "四楼没水。" });
      expect(history?.wordings.map(({ body }) => body)).toEqual(["三楼没水。", "四楼没水。"]);
    }),
  );

  test(
    "later is refused; an addendum is not",
    inRollback(async (db) => {
      const { id, postId, author } = await makeComment(db, { body: "三楼没水。", at: now });
      await expect(editComment(db, author, { commentId: id, body: "四楼。" }, at("10:15"))).rejects.toMatchObject({
        key: "comments.editTooLate",
        details: { minutes: 15 },
      });
      await addToComment(db, author, { commentId: id, body: "四楼也没有。" }, at("11:00"));
      const [thread] = (await readThread(db, postId, {}, now)).threads;
      expect(thread?.comment).toMatchObject({ body: "三楼没水。", edited: false });
      expect(thread?.comment.addenda).toEqual([{ body: "四楼也没有。", at: at("11:00").at }]);
    }),
  );

  test(
    "is refused to anybody else, and where it is hidden",
    inRollback(async (db) => {
      const post = await makePost(db);
      const { id, author } = await makeComment(db, { postId: post.id, at: now });
      const change = { commentId: id, body: "改一改" };
      await expect(editComment(db, await makeCitizen(db), change, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(addToComment(db, await makeCitizen(db), change, now)).rejects.toMatchObject({ key: "forbidden" });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: id, code: "privacy" }, now);
      await expect(editComment(db, author, change, now)).rejects.toMatchObject({ key: "comments.hidden" });
      expect(await readCommentHistory(db, id, now)).toBeNull();
    }),
  );

  test(
    "more than ten addenda are refused",
    inRollback(async (db) => {
      const { id, author } = await makeComment(db, { at: now });
      for (let i = 0; i < 10; i += 1) await addToComment(db, author, { commentId: id, body: `补充${i}` }, at("12:00"));
      await expect(addToComment(db, author, { commentId: id, body: "再补" }, at("12:00"))).rejects.toMatchObject({
        key: "comments.enoughAddenda",
      });
    }),
  );
});

test("forty people who talk at once are all counted, at every moment", async () => {
  const { db } = await ownDatabase();
  const first = await makeComment(db);
  const { postId } = first;
  const people = await Promise.all(Array.from({ length: 40 }, () => makeCitizen(db)));
  const counts = async () => {
    const [post, thread] = await Promise.all([readPost(db, postId, now), readOneThread(db, postId, first.id, now)]);
    return [post?.post?.comments, thread?.comment.replies];
  };
  const talk = async (by: Person, i: number) => {
    await makeComment(db, { postId, by, ...(i % 2 && { replyTo: first.id }) });
    if (i % 5 === 0) await Promise.all([countComments(db), countComments(db)]);
  };
  await Promise.all(people.map(talk));
  expect(await counts()).toEqual([41, 20]);
  await countComments(db);
  expect(await counts()).toEqual([41, 20]);
  expect(await countComments(db)).toBe(0);
  const [post] = await db.select({ n: posts.commentCount }).from(posts).where(eq(posts.id, postId));
  const [parent] = await db.select({ n: comments.replyCount }).from(comments).where(eq(comments.id, first.id));
  expect([post?.n, parent?.n]).toEqual([41, 20]);
});
