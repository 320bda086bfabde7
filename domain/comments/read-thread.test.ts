import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/index.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { makeLeader, makeMailbox } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { type CommentSort, readNewer, readOneThread, readReplies, readThread } from "./read-thread.ts";

const now = on("2026-09-18", "10:00");

async function allPages(db: Db, postId: number, sort: CommentSort): Promise<number[]> {
  const seen: number[] = [];
  for (let after: number | undefined; ; ) {
    const page = await readThread(db, postId, { sort, after }, now);
    seen.push(...page.threads.map(({ comment }) => comment.id));
    if (page.next === null) return seen;
    after = page.next;
  }
}

describe("a discussion", () => {
  test(
    "is read page by page in each order, every comment once",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const by = await makeCitizen(db);
      const made: number[] = [];
      for (let i = 0; i < 45; i += 1) {
        const { id } = await makeComment(db, { postId, by, at: on("2026-09-18", `10:0${i % 7}`) });
        await db
          .update(comments)
          .set({ heat: (i % 5) / 10 })
          .where(eq(comments.id, id));
        made.push(id);
      }
      const rows = await db.select().from(comments);
      const orders: Record<CommentSort, (a: (typeof rows)[0], b: (typeof rows)[0]) => number> = {
        hottest: (a, b) => b.heat - a.heat || b.id - a.id,
        newest: (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id,
        oldest: (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.id - b.id,
      };
      for (const sort of ["hottest", "newest", "oldest"] as const) {
        const wanted = rows.toSorted(orders[sort]).map(({ id }) => id);
        expect(await allPages(db, postId, sort)).toEqual(wanted);
      }
    }),
  );

  test(
    "shows three replies of each comment, official ones first, and the rest on request",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const { id: postId } = await makePost(db, { leaderId: leader.id });
      const first = await makeComment(db, { postId });
      const by = await makeCitizen(db);
      const replies: number[] = [];
      for (let i = 0; i < 5; i += 1) replies.push((await makeComment(db, { postId, by, replyTo: first.id })).id);
      const official = await makeComment(db, {
        postId,
        replyTo: first.id,
        leaderId: leader.id,
        by: await makeHolder(db, leader.id),
      });
      const [thread] = (await readThread(db, postId, {}, now)).threads;
      expect(thread?.replies.map(({ id }) => id)).toEqual([official.id, ...replies.slice(0, 3)]);
      const more = await readReplies(db, first.id, thread!.next!, now);
      expect(more.replies.map(({ id }) => id)).toEqual(replies.slice(3));
      expect(more.next).toBeNull();
      const last = await readOneThread(db, postId, replies[4]!, now);
      expect(last?.comment.id).toBe(first.id);
      expect(last?.replies.at(-1)?.id).toBe(replies[4]);
      expect(await readOneThread(db, postId + 1, replies[4]!, now)).toBeNull();
    }),
  );

  test(
    "is filtered by the question answered",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db, { prompts: ["最满意", "最不满意"] });
      const good = await makeComment(db, { postId, prompt: 0 });
      await makeComment(db, { postId, prompt: 1 });
      const page = await readThread(db, postId, { prompt: 0 }, now);
      expect(page.threads.map(({ comment }) => [comment.id, comment.prompt])).toEqual([[good.id, "最满意"]]);
    }),
  );

  test(
    "leaves a stone without words or name where a comment was hidden",
    inRollback(async (db) => {
      const post = await makePost(db);
      const secret = await makeComment(db, { postId: post.id, body: "他住在某路某号。" });
      const reply = await makeComment(db, { postId: post.id, replyTo: secret.id });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: secret.id, code: "privacy" }, now);
      const page = await readThread(db, post.id, {}, now);
      expect(page.threads[0]?.comment.hidden).toMatchObject({ code: "privacy" });
      expect(page.threads[0]?.replies.map(({ id }) => id)).toEqual([reply.id]);
      const bytes = JSON.stringify([page, await readOneThread(db, post.id, secret.id, now)]);
      expect(bytes).not.toContain("某路");
      expect(bytes).not.toContain(secret.author.nickname);
      expect((await readNewer(db, post.id, 0, now)).map(({ id }) => id)).toEqual([reply.id]);
    }),
  );

  test(
    "tells what came after a comment that was seen",
    inRollback(async (db) => {
      const { id: postId } = await makePost(db);
      const seen = await makeComment(db, { postId });
      const fresh = [await makeComment(db, { postId }), await makeComment(db, { postId, replyTo: seen.id })];
      expect((await readNewer(db, postId, seen.id, now)).map(({ id }) => id)).toEqual(fresh.map(({ id }) => id));
    }),
  );
});

describe("a comment that became a letter", () => {
  test(
    "says so, with number and lamp only until the text is public",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const { id: postId } = await makePost(db, { leaderId: leader.id });
      const comment = await makeComment(db, { postId, body: "四楼没有水。" });
      const { letter } = await convertComment(
        db,
        comment.author,
        { commentId: comment.id, kind: "complaint", title: "四楼没有水", body: "四楼没有水。", mailbox: mailbox.slug },
        now,
      );
      const [thread] = (await readThread(db, postId, {}, now)).threads;
      expect(thread?.comment.letter).toMatchObject({
        number: letter.number,
        state: "submitted",
        open: null,
        mailbox: { slug: mailbox.slug },
        light: { what: "accept", lamp: "green" },
      });
    }),
  );

  test(
    "shows no link when it is an accusation",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const mailbox = await makeMailbox(db, { leaderId: leader.id });
      const { id: postId } = await makePost(db, { leaderId: leader.id });
      const comment = await makeComment(db, { postId, body: "有人收了钱。" });
      const { letter } = await convertComment(
        db,
        comment.author,
        { commentId: comment.id, kind: "accusation", title: "收钱", body: "有人收了钱。", mailbox: mailbox.slug },
        now,
      );
      const page = await readThread(db, postId, {}, now);
      expect(page.threads[0]?.comment.letter).toBeNull();
      expect(JSON.stringify(page)).not.toContain(letter.number);
    }),
  );
});
