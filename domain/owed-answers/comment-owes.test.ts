import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events, owedAnswers, posts, votes } from "#db/schema/index.ts";
import { writeComment } from "#domain/comments/write.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { hideComment, hidePost, restoreComment, restorePost } from "#domain/moderation/moderate.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { makeLeader, makeMailbox, makeOffice } from "#test/factories/offices.ts";
import { makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";

const now = on("2026-09-18", "10:00");
const later = on("2026-09-21", "10:00");

/** So many people vote for it, and the votes are counted. */
async function support(db: Db, comment: { id: number; postId: number }, times: number, at = now): Promise<void> {
  await db.insert(votes).values(
    Array.from({ length: times }, (_, n) => ({
      target: "comment" as const,
      targetId: comment.id,
      postId: comment.postId,
      personId: 900_000 + n,
      choice: 1,
      verified: true,
      at: at.at,
    })),
  );
  await sumVotes(db, at);
}

const owedFor = async (db: Db, commentId: number) =>
  (await db.select().from(owedAnswers).where(eq(owedAnswers.commentId, commentId)))[0];

const stopOf = async (db: Db, commentId: number) => {
  const owed = await owedFor(db, commentId);
  if (!owed?.stoppedEventId) return null;
  const [event] = await db.select().from(events).where(eq(events.id, owed.stoppedEventId));
  return event!.what;
};

async function onStream(db: Db) {
  const leader = await makeLeader(db);
  const post = await makePost(db, { leaderId: leader.id });
  return { leader, post, holder: await makeHolder(db, leader.id) };
}

describe("a comment that many support", () => {
  test(
    "owes an answer by the stream's owner within five working days, once",
    inRollback(async (db) => {
      const { leader, post } = await onStream(db);
      const comment = await makeComment(db, { postId: post.id });
      await support(db, comment, 49);
      expect(await owedFor(db, comment.id)).toBeUndefined();
      await support(db, comment, 50, later);
      expect(await owedFor(db, comment.id)).toMatchObject({
        what: "comment",
        postId: post.id,
        leaderId: leader.id,
        officeId: leader.officeId,
        startedAt: later.at,
        stoppedAt: null,
        // 25 to 27 September are the Mid-Autumn holiday.
        working: { rule: "comment.answer", dueOn: "2026-09-29" },
      });
      const told = await db
        .select()
        .from(events)
        .where(eq(events.subject, `comment:${comment.id}`));
      expect(told.filter(({ what }) => what === "comment.owe")).toMatchObject([
        { public: true, topics: [`post:${post.id}`, "owed-answers"] },
      ]);
      await db.insert(votes).values({
        target: "comment",
        targetId: comment.id,
        postId: post.id,
        personId: 990_000,
        choice: 1,
        verified: true,
        at: later.at,
      });
      await sumVotes(db, on("2026-09-22"));
      expect(await db.select().from(owedAnswers).where(eq(owedAnswers.commentId, comment.id))).toHaveLength(1);
    }),
  );

  test(
    "owes nothing as a reply, as an official word, hidden, or under an appeal",
    inRollback(async (db) => {
      const { leader, post, holder } = await onStream(db);
      const first = await makeComment(db, { postId: post.id });
      const reply = await makeComment(db, { postId: post.id, replyTo: first.id });
      const official = await makeComment(db, { postId: post.id, leaderId: leader.id, by: holder });
      const hidden = await makeComment(db, { postId: post.id });
      await db.update(comments).set({ hiddenAt: now.at, hiddenCode: "insult" }).where(eq(comments.id, hidden.id));
      const elsewhere = await makePost(db);
      const under = await makeComment(db, { postId: elsewhere.id });
      await db.update(posts).set({ kind: "appeal" }).where(eq(posts.id, elsewhere.id));
      for (const comment of [reply, official, hidden, under]) {
        await support(db, comment, 60);
        expect(await owedFor(db, comment.id)).toBeUndefined();
      }
    }),
  );

  test(
    "owes nothing once its owner has answered; another office's answer is not the owner's",
    inRollback(async (db) => {
      const { leader, post, holder } = await onStream(db);
      const other = await makeOffice(db);
      const answered = await makeComment(db, { postId: post.id });
      await makeComment(db, { postId: post.id, replyTo: answered.id, leaderId: leader.id, by: holder });
      await support(db, answered, 50);
      expect(await owedFor(db, answered.id)).toBeUndefined();
      const passed = await makeComment(db, { postId: post.id });
      const by = await makeOperator(db, other.id);
      await makeComment(db, { postId: post.id, replyTo: passed.id, officeId: other.id, by });
      await support(db, passed, 50);
      expect(await owedFor(db, passed.id)).toMatchObject({ stoppedAt: null });
    }),
  );
});

describe("what a supported comment owes is settled", () => {
  async function owed(db: Db) {
    const stream = await onStream(db);
    const comment = await makeComment(db, { postId: stream.post.id, body: "四楼没有水。" });
    await support(db, comment, 50);
    return { ...stream, comment };
  }

  test(
    "by the leader's answer, and by their office's",
    inRollback(async (db) => {
      const one = await owed(db);
      const words = { postId: one.post.id, replyTo: one.comment.id, body: "已经派人去看了。" };
      await writeComment(db, one.holder, { ...words, leaderId: one.leader.id }, later);
      expect(await owedFor(db, one.comment.id)).toMatchObject({ stoppedAt: later.at });
      expect(await stopOf(db, one.comment.id)).toBe("comment.reply");

      const two = await owed(db);
      const { officeId } = two.leader;
      const reply = { postId: two.post.id, replyTo: two.comment.id, body: "已经派人去看了。", officeId };
      await writeComment(db, await makeOperator(db, officeId), reply, later);
      expect(await stopOf(db, two.comment.id)).toBe("comment.reply");
    }),
  );

  test(
    "not by a citizen, another office, another leader of the office, nor by an answer to somebody else's reply",
    inRollback(async (db) => {
      const { post, comment, leader, holder } = await owed(db);
      const postId = post.id;
      const reply = await makeComment(db, { postId, replyTo: comment.id });
      const other = await makeOffice(db);
      const beside = await makeLeader(db, { officeId: leader.officeId });
      const operator = await makeOperator(db, other.id);
      await makeComment(db, { postId, replyTo: comment.id, officeId: other.id, by: operator });
      await makeComment(db, { postId, replyTo: comment.id, leaderId: beside.id, by: await makeHolder(db, beside.id) });
      await makeComment(db, { postId, replyTo: reply.id, leaderId: leader.id, by: holder });
      expect(await owedFor(db, comment.id)).toMatchObject({ stoppedAt: null });
    }),
  );

  test(
    "by becoming a letter, but not by one that nobody may know of",
    inRollback(async (db) => {
      const one = await owed(db);
      const mailbox = (await makeMailbox(db, { leaderId: one.leader.id })).slug;
      const letter = { title: "四楼没有水", body: "四楼没有水。", mailbox };
      await convertComment(db, one.holder, { ...letter, commentId: one.comment.id, kind: "complaint" }, later);
      expect(await stopOf(db, one.comment.id)).toBe("letter.convert");
      const two = await owed(db);
      await convertComment(db, two.comment.author, { ...letter, commentId: two.comment.id, kind: "accusation" }, later);
      expect(await owedFor(db, two.comment.id)).toMatchObject({ stoppedAt: null });
    }),
  );

  test(
    "by hiding it or its post; shown again it is owed by its first date",
    inRollback(async (db) => {
      const { post, comment } = await owed(db);
      const before = await owedFor(db, comment.id);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: comment.id, code: "insult" }, later);
      expect(await stopOf(db, comment.id)).toBe("comment.hide");
      await hidePost(db, moderator, { postId: post.id, code: "insult" }, later);
      await restorePost(db, moderator, { postId: post.id }, later);
      expect(await stopOf(db, comment.id)).toBe("comment.hide");
      await restoreComment(db, moderator, { commentId: comment.id }, later);
      expect(await owedFor(db, comment.id)).toEqual(before);
      await hidePost(db, moderator, { postId: post.id, code: "insult" }, later);
      expect(await stopOf(db, comment.id)).toBe("post.hide");
      await restorePost(db, moderator, { postId: post.id }, later);
      expect(await owedFor(db, comment.id)).toEqual(before);
    }),
  );

  test(
    "and what was answered does not begin again by being hidden and shown",
    inRollback(async (db) => {
      const { post, comment, leader, holder } = await owed(db);
      await makeComment(db, { postId: post.id, replyTo: comment.id, leaderId: leader.id, by: holder, at: later });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: comment.id, code: "insult" }, later);
      await restoreComment(db, moderator, { commentId: comment.id }, later);
      expect(await stopOf(db, comment.id)).toBe("comment.reply");
    }),
  );
});
