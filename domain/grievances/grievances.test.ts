import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { hideComment, restoreComment } from "#domain/moderation/moderate.ts";
import { readLog } from "#domain/moderation/read-log.ts";
import { castVote } from "#domain/votes/cast.ts";
import { strikeVotes } from "#domain/votes/invalidate.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { decideGrievance } from "./decide.ts";
import { raiseGrievance } from "./raise.ts";
import { listGrievances, listStruck } from "./read-grievances.ts";

const now = on("2026-09-18", "11:00");

/** Deciding waits for who counts votes: a rolled-back test would stop those beside it. */
const onItsOwn = (work: (db: Db) => Promise<void>) => async () => work((await ownDatabase()).db);

async function place(db: Db) {
  const city = await makeRegion(db);
  const county = await makeRegion(db, city);
  const triage = await makeOffice(db, { regionId: city.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: county.id }]);
  const above = await makePerson(db, [{ role: "moderator", regionId: city.id }]);
  const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: county.id })).id });
  const { id: commentId, author } = await makeComment(db, { postId: post.id, body: "说得重了些。" });
  const of = `comment:${commentId}`;
  return { city, county, triage, moderator, above, post, commentId, author, of };
}

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error) => error.key,
  );

describe("contesting a moderation", () => {
  test(
    "is decided by another moderator, in words that everybody reads; restored, the comment is back",
    onItsOwn(async (db) => {
      const { moderator, above, triage, post, commentId, author, of } = await place(db);
      await hideComment(db, moderator, { commentId, code: "insult" }, now);
      expect(await listStruck(db, author, now)).toMatchObject([
        { subject: of, body: "说得重了些。", code: "insult", until: "2026-10-03", grievance: null },
      ]);
      const { id: grievanceId } = await raiseGrievance(db, author, { of, words: "没有骂人。" }, now);
      expect(await listGrievances(db, moderator)).toMatchObject([{ id: grievanceId, mayDecide: false }]);
      expect(await listGrievances(db, above)).toMatchObject([
        { id: grievanceId, mayDecide: true, words: "没有骂人。", body: "说得重了些。", code: "insult" },
      ]);
      const decision = { grievanceId, outcome: "restored" as const, words: "尖锐，但不是辱骂。" };
      expect(await refusalOf(decideGrievance(db, moderator, decision, now))).toBe("forbidden");
      await decideGrievance(db, above, decision, now);
      expect((await readThread(db, post.id, {}, now)).threads[0]?.comment.hidden).toBeNull();
      expect((await readLog(db)).entries).toMatchObject([
        { act: "grievance.restored", words: "尖锐，但不是辱骂。", office: { slug: triage.slug }, commentId },
        { act: "comment.restore", commentId },
        { act: "comment.hide", code: "insult" },
      ]);
      expect(await listStruck(db, author, now)).toMatchObject([
        { until: null, grievance: { state: "restored", words: "没有骂人。", reason: "尖锐，但不是辱骂。" } },
      ]);
      const told = await db.select().from(events).where(eq(events.what, "grievance.tell"));
      expect(told).toMatchObject([{ public: false, topics: [`person:${author.id}`] }]);
      const [open] = await db.select().from(events).where(eq(events.what, "grievance.raise"));
      expect(open!.public).toBe(false);
      expect(await refusalOf(decideGrievance(db, above, decision, now))).toBe("grievances.decided");
    }),
  );

  test(
    "may find that it stands; it stays hidden and cannot be contested again, but a new hiding can",
    onItsOwn(async (db) => {
      const { moderator, above, commentId, author, of } = await place(db);
      const hiding = { commentId, code: "insult" as const };
      await hideComment(db, moderator, hiding, now);
      const { id: grievanceId } = await raiseGrievance(db, author, { of, words: "没有骂人。" }, now);
      await decideGrievance(db, above, { grievanceId, outcome: "stands", words: "点名骂了人。" }, now);
      const [row] = await db.select().from(comments).where(eq(comments.id, commentId));
      expect(row!.hiddenAt).not.toBeNull();
      expect(await refusalOf(raiseGrievance(db, author, { of, words: "再说一次。" }, now))).toBe("grievances.twice");
      await restoreComment(db, moderator, { commentId }, now);
      expect(await refusalOf(raiseGrievance(db, author, { of, words: "还有吗？" }, now))).toBe("grievances.undone");
      await hideComment(db, moderator, hiding, now);
      expect(await refusalOf(raiseGrievance(db, author, { of, words: "又隐藏了。" }, now))).toBeNull();
    }),
  );

  test(
    "brings struck votes back into the count",
    onItsOwn(async (db) => {
      const { moderator, above, post, commentId } = await place(db);
      const [voter, other] = [await makeCitizen(db), await makeCitizen(db)];
      for (const person of [voter, other]) {
        await castVote(db, person, { target: "comment", targetId: commentId, choice: 1 }, now);
      }
      await sumVotes(db, now, true);
      const input = { postId: post.id, personIds: [voter.id], code: "organised" as const };
      const { id, number } = await strikeVotes(db, moderator, input, now);
      const upOf = async () => (await db.select().from(comments).where(eq(comments.id, commentId)))[0]!.up;
      expect(await upOf()).toBe(1);
      const of = `invalidation:${id}`;
      expect(await listStruck(db, voter, now)).toMatchObject([{ subject: of, number, code: "organised" }]);
      expect(await listStruck(db, other, now)).toEqual([]);
      expect(await refusalOf(raiseGrievance(db, other, { of, words: "替他说。" }, now))).toBe("forbidden");
      const { id: grievanceId } = await raiseGrievance(db, voter, { of, words: "是我自己投的。" }, now);
      await decideGrievance(db, above, { grievanceId, outcome: "restored", words: "查不出有组织。" }, now);
      expect(await upOf()).toBe(2);
    }),
  );

  test(
    "is refused to others, without words, too late, and decided by nobody in their own matter",
    onItsOwn(async (db) => {
      const { city, moderator, above, author, commentId, of } = await place(db);
      expect(await refusalOf(raiseGrievance(db, author, { of, words: "还没隐藏。" }, now))).toBe("grievances.missing");
      await hideComment(db, moderator, { commentId, code: "insult" }, now);
      const raise = (by: Parameters<typeof raiseGrievance>[1], words = "没有骂人。", at = now) =>
        refusalOf(raiseGrievance(db, by, { of, words }, at));
      expect(await raise(await makeCitizen(db))).toBe("forbidden");
      expect(await raise(nobody)).toBe("signInFirst");
      expect(await raise(author, " \n ")).toBe("grievances.wordsMissing");
      expect(await raise(author, "长".repeat(1001))).toBe("grievances.tooLong");
      expect(await raise(author, "晚了", on("2026-10-04"))).toBe("grievances.over");
      expect(await raise(author, "最后一天", on("2026-10-03"))).toBeNull();
      const [open] = await listGrievances(db, above);
      const decide = (by: Parameters<typeof decideGrievance>[1], grievanceId = open!.id) =>
        refusalOf(decideGrievance(db, by, { grievanceId, outcome: "stands", words: "维持。" }, now));
      const elsewhere = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      const triage = await makePerson(db, [{ role: "triage", regionId: city.id }]);
      for (const actor of [elsewhere, triage, author, moderator]) expect(await decide(actor)).toBe("forbidden");
      expect(await decide(above, 999_999)).toBe("grievances.missing");
      expect(await listGrievances(db, elsewhere)).toEqual([]);
      await expect(listGrievances(db, author)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
