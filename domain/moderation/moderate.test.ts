import { isNotNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { eventWords } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { readHome } from "#domain/posts/read-posts.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { claimComment } from "./claim.ts";
import { hideComment, hidePost, restoreComment, restorePost, reviewComment } from "./moderate.ts";
import { listLoggingOffices, readLog } from "./read-log.ts";
import { readModerated, readQueue } from "./read-queue.ts";
import { undoModeration } from "./undo.ts";

const at = (time: string) => on("2026-09-18", time);
const now = at("11:00");

/** A city with its triage office, a moderator, and a post to talk about. */
async function place(db: Db) {
  const region = await makeRegion(db);
  const triage = await makeOffice(db, { regionId: region.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
  return { region, triage, moderator, post };
}

describe("hiding", () => {
  test(
    "takes the words away and says in public which office did it and why",
    inRollback(async (db) => {
      const { triage, moderator, post } = await place(db);
      const { id: commentId, author } = await makeComment(db, { postId: post.id, body: "张某住某号。" });
      await hideComment(db, moderator, { commentId, code: "privacy" }, now);
      const [thread] = (await readThread(db, post.id, {}, now)).threads;
      expect(thread?.comment.hidden).toEqual({
        at: now.at,
        code: "privacy",
        office: { name: triage.name, nameEn: null },
      });
      const { entries } = await readLog(db);
      expect(entries).toMatchObject([
        {
          act: "comment.hide",
          code: "privacy",
          office: { slug: triage.slug },
          commentId,
          postId: post.id,
          undone: false,
        },
      ]);
      expect(JSON.stringify(entries)).not.toContain(author.nickname);
      expect(await db.select().from(eventWords).where(isNotNull(eventWords.hiddenAt))).toHaveLength(1);
    }),
  );

  test(
    "a post hides its discussion and leaves every list",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      await hidePost(db, moderator, { postId: post.id, code: "illegal" }, now);
      expect(await readPost(db, post.id, now)).toMatchObject({ post: null, hidden: { code: "illegal" } });
      expect((await readHome(db, {}, now)).posts).toEqual([]);
      await restorePost(db, moderator, { postId: post.id }, now);
      expect((await readHome(db, {}, now)).posts).toHaveLength(1);
    }),
  );

  test(
    "is refused to everybody but a moderator of the region or one above",
    inRollback(async (db) => {
      const { region, post } = await place(db);
      const { id: commentId, author } = await makeComment(db, { postId: post.id });
      const county = await makeRegion(db, region);
      const others: Person[] = [
        author,
        await makeOperator(db, post.officeId),
        await makePerson(db, [{ role: "moderator", regionId: county.id }]),
        await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]),
      ];
      for (const actor of others) {
        for (const act of [hideComment, restoreComment, reviewComment, claimComment]) {
          await expect(act(db, actor, { commentId, code: "insult" }, now)).rejects.toMatchObject({ key: "forbidden" });
        }
        await expect(hidePost(db, actor, { postId: post.id, code: "insult" }, now)).rejects.toMatchObject({
          key: "forbidden",
        });
        await expect(readModerated(db, actor, commentId, now)).rejects.toMatchObject({ key: "forbidden" });
      }
      expect((await readLog(db)).entries).toEqual([]);
    }),
  );

  test(
    "twice, or showing what is not hidden, is refused",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id: commentId } = await makeComment(db, { postId: post.id });
      await expect(restoreComment(db, moderator, { commentId }, now)).rejects.toMatchObject({
        key: "moderation.notHidden",
      });
      await hideComment(db, moderator, { commentId, code: "insult" }, now);
      await expect(hideComment(db, moderator, { commentId, code: "privacy" }, now)).rejects.toMatchObject({
        key: "moderation.alreadyHidden",
      });
      await expect(reviewComment(db, moderator, { commentId }, now)).rejects.toMatchObject({
        key: "moderation.alreadyHidden",
      });
    }),
  );
});

test(
  "the log can be read by reason and by office",
  inRollback(async (db) => {
    const { triage, moderator, post } = await place(db);
    for (const code of ["insult", "privacy"] as const) {
      await hideComment(db, moderator, { commentId: (await makeComment(db, { postId: post.id })).id, code }, now);
    }
    const codes = async (filter: Parameters<typeof readLog>[1]) =>
      (await readLog(db, filter)).entries.map(({ code }) => code);
    expect(await codes({ code: "insult" })).toEqual(["insult"]);
    expect(await codes({ office: triage.slug })).toEqual(["privacy", "insult"]);
    expect(await codes({ office: triage.slug, code: "minor" })).toEqual([]);
    expect(await codes({ office: "nowhere" })).toEqual([]);
    expect((await listLoggingOffices(db)).map(({ slug }) => slug)).toContain(triage.slug);
  }),
);

describe("undoing", () => {
  test(
    "within ten minutes brings everything back, and the log shows both",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id: commentId } = await makeComment(db, { postId: post.id, body: "看得见。" });
      await hideComment(db, moderator, { commentId, code: "insult" }, at("11:00"));
      await undoModeration(db, moderator, { subject: `comment:${commentId}` }, at("11:09"));
      expect((await readThread(db, post.id, {}, now)).threads[0]?.comment).toMatchObject({
        hidden: null,
        body: "看得见。",
      });
      expect(await db.select().from(eventWords).where(isNotNull(eventWords.hiddenAt))).toEqual([]);
      await reviewComment(db, moderator, { commentId }, at("11:10"));
      await undoModeration(db, moderator, { subject: `comment:${commentId}` }, at("11:11"));
      expect((await readQueue(db, moderator, {}, now)).comments.map(({ id }) => id)).toEqual([commentId]);
      expect((await readLog(db)).entries.map(({ act, undone }) => [act, undone])).toEqual([
        ["comment.unreview", true],
        ["comment.review", false],
        ["comment.restore", true],
        ["comment.hide", false],
      ]);
    }),
  );

  test(
    "is refused later, to somebody else, and when there is nothing to undo",
    inRollback(async (db) => {
      const { region, moderator, post } = await place(db);
      const { id: commentId } = await makeComment(db, { postId: post.id });
      const colleague = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      const undo = (by: Person, time: string) =>
        undoModeration(db, by, { subject: `comment:${commentId}` }, at(time)).then(
          () => null,
          (error) => error.key,
        );
      expect(await undo(moderator, "11:00")).toBe("moderation.nothingToUndo");
      await hideComment(db, moderator, { commentId, code: "insult" }, at("11:00"));
      expect(await undo(colleague, "11:01")).toBe("moderation.notYours");
      expect(await undo(moderator, "11:10")).toBe("moderation.undoTooLate");
      expect(await undo(moderator, "11:09")).toBeNull();
      expect(await undo(moderator, "11:09")).toBe("moderation.nothingToUndo");
    }),
  );
});

test(
  "the public log goes on behind the last entry and is filtered by act and office",
  inRollback(async (db) => {
    const { triage, moderator, post } = await place(db);
    const by = await makeCitizen(db);
    for (let i = 0; i < 33; i += 1) {
      const { id: commentId } = await makeComment(db, { postId: post.id, by });
      if (i % 3) await reviewComment(db, moderator, { commentId }, now);
      else await hideComment(db, moderator, { commentId, code: "flooding" }, now);
    }
    const first = await readLog(db);
    const second = await readLog(db, { after: first.next! });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(ids).toHaveLength(33);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
    expect((await readLog(db, { acts: ["comment.hide"] })).entries).toHaveLength(11);
    expect((await readLog(db, { office: triage.slug })).entries).toHaveLength(30);
    expect((await readLog(db, { office: "nowhere" })).entries).toEqual([]);
  }),
);
