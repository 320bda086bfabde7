import { eq, like } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { keepReported } from "#domain/moderation/keep.ts";
import { hideComment, restoreComment, reviewComment } from "#domain/moderation/moderate.ts";
import { readQueue } from "#domain/moderation/read-queue.ts";
import { undoModeration } from "#domain/moderation/undo.ts";
import { makeEstablished } from "#test/factories/established.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { flag } from "./flag.ts";
import { listFlaggedPosts, listOwnFlags, readFlagged } from "./read-flags.ts";

const now = on("2026-09-18", "11:00");

async function place(db: Db) {
  const region = await makeRegion(db);
  await makeOffice(db, { regionId: region.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
  return { region, moderator, post };
}

const report = (of: string, words = "") => ({ of, reason: "insult" as const, words });
const attentionOf = async (db: Db, id: number) =>
  (await db.select({ n: comments.attention }).from(comments).where(eq(comments.id, id)))[0]!.n;

describe("a report", () => {
  test(
    "of people whose accounts stand firmly lifts a comment in the queue and at five marks it, and hides nothing",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const older = await makeComment(db, { postId: post.id, at: on("2026-09-18", "09:00") });
      const reported = await makeComment(db, { postId: post.id, at: on("2026-09-18", "10:00") });
      const of = `comment:${reported.id}`;
      await flag(db, await makeCitizen(db), report(of), now);
      const ids = async () => (await readQueue(db, moderator, {}, now)).comments.map(({ id }) => id);
      expect(await ids()).toEqual([older.id, reported.id]);
      for (let n = 0; n < 4; n += 1) await flag(db, await makeEstablished(db), report(of, n === 0 ? "骂人" : ""), now);
      expect(await ids()).toEqual([reported.id, older.id]);
      const [first] = (await readQueue(db, moderator, {}, now)).comments;
      expect(first).toMatchObject({
        first: false,
        flagged: { established: 4, others: 1, reasons: [{ reason: "insult", n: 5 }], words: ["骂人"] },
      });
      await flag(db, await makeEstablished(db), report(of), now);
      const page = await readQueue(db, moderator, {}, now);
      expect(page.comments[0]).toMatchObject({ first: true, id: reported.id });
      expect((await readQueue(db, moderator, { after: reported.id }, now)).comments.map(({ id }) => id)).toEqual([
        older.id,
      ]);
      const [row] = await db.select().from(comments).where(eq(comments.id, reported.id));
      expect(row!.hiddenAt).toBeNull();
      const made = await db.select().from(events).where(eq(events.what, "flag.make"));
      expect(made.every((event) => !event.public)).toBe(true);
    }),
  );

  test(
    "is heard: everybody who reported learns what was decided, and when that is taken back it waits again",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id: commentId } = await makeComment(db, { postId: post.id });
      const [one, other] = [await makeEstablished(db), await makeCitizen(db)];
      const outcome = async (who: typeof one) => (await listOwnFlags(db, who, null)).flags.map((own) => own.outcome);
      await flag(db, one, report(`comment:${commentId}`), now);
      await flag(db, other, report(`comment:${commentId}`), now);
      await reviewComment(db, moderator, { commentId }, now);
      expect([await outcome(one), await outcome(other)]).toEqual([["kept"], ["kept"]]);
      expect(await attentionOf(db, commentId)).toBe(0);
      await undoModeration(db, moderator, { subject: `comment:${commentId}` }, now);
      expect(await outcome(one)).toEqual([null]);
      expect(await attentionOf(db, commentId)).toBe(1);
      await hideComment(db, moderator, { commentId, code: "insult" }, now);
      expect(await outcome(other)).toEqual(["hidden"]);
      await restoreComment(db, moderator, { commentId }, now);
      expect(await outcome(one)).toEqual(["kept"]);
      const told = await db.select().from(events).where(eq(events.what, "flag.settle"));
      expect(told.filter(({ topics }) => topics[0] === `person:${one.id}`).map(({ counts }) => counts.outcome)).toEqual(
        ["kept", "hidden", "kept"],
      );
      expect(told.every((event) => !event.public)).toBe(true);
    }),
  );

  test(
    "of what was left in the discussion brings it back into the queue",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id: commentId } = await makeComment(db, { postId: post.id });
      await reviewComment(db, moderator, { commentId }, now);
      expect((await readQueue(db, moderator, {}, now)).comments).toEqual([]);
      await flag(db, await makeEstablished(db), report(`comment:${commentId}`), now);
      expect((await readQueue(db, moderator, {}, now)).comments.map(({ id }) => id)).toEqual([commentId]);
    }),
  );

  test(
    "of a post is listed for its region's moderators until one of them decides",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      await flag(db, await makeCitizen(db), report(`post:${post.id}`, "这不是真的"), now);
      expect(await listFlaggedPosts(db, moderator)).toMatchObject([
        { subject: `post:${post.id}`, what: "post", others: 1, words: ["这不是真的"] },
      ]);
      const elsewhere = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      expect(await listFlaggedPosts(db, elsewhere)).toEqual([]);
      await expect(keepReported(db, elsewhere, { subject: `post:${post.id}` }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      await keepReported(db, moderator, { subject: `post:${post.id}` }, now);
      expect(await listFlaggedPosts(db, moderator)).toEqual([]);
      await expect(keepReported(db, moderator, { subject: `post:${post.id}` }, now)).rejects.toMatchObject({
        key: "moderation.nothingReported",
      });
      const kept = await db.select().from(events).where(like(events.what, "post.keep"));
      expect(kept).toMatchObject([{ public: true, role: "moderator" }]);
    }),
  );

  test(
    "is refused in words: one's own, twice, hidden, not there, without a sign-in, from a desk, other without words",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id, author } = await makeComment(db, { postId: post.id });
      const of = `comment:${id}`;
      const citizen = await makeCitizen(db);
      const refused = (by: Parameters<typeof flag>[1], input: Parameters<typeof flag>[2]) =>
        flag(db, by, input, now).then(
          () => null,
          (error) => error.key,
        );
      expect(await refused(author, report(of))).toBe("flags.own");
      expect(await refused(nobody, report(of))).toBe("signInFirst");
      expect(await refused(await makeOperator(db), report(of))).toBe("forbidden");
      expect(await refused(citizen, { ...report(of), reason: "other" })).toBe("flags.wordsMissing");
      expect(await refused(citizen, report(of, "长".repeat(501)))).toBe("flags.tooLong");
      expect(await refused(citizen, report("comment:999999999"))).toBe("flags.missing");
      expect(await refused(citizen, report(`post:${(await makePost(db, { state: "draft" })).id}`))).toBe(
        "flags.missing",
      );
      expect(await refused(citizen, report(of))).toBeNull();
      expect(await refused(citizen, report(of))).toBe("flags.twice");
      await hideComment(db, moderator, { commentId: id, code: "insult" }, now);
      expect(await refused(await makeCitizen(db), report(of))).toBe("flags.hidden");
      expect((await readFlagged(db, [of])).size).toBe(0);
      await expect(listOwnFlags(db, nobody, null)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(listFlaggedPosts(db, citizen)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
