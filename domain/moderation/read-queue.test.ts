import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, letters } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { claimComment, releaseComment } from "./claim.ts";
import { hideComment, reviewComment } from "./moderate.ts";
import { readAuthorOf } from "./read-author.ts";
import { readModerated, readQueue } from "./read-queue.ts";

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

describe("the moderator's queue", () => {
  test(
    "holds what nobody has dealt with, the oldest or the most supported first",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const [a, b, hidden, kept] = [
        await makeComment(db, { postId: post.id, at: at("10:00"), body: "昨晚小区停水，投诉了也没人管。" }),
        await makeComment(db, { postId: post.id, at: at("10:01"), body: "建议多种树。" }),
        await makeComment(db, { postId: post.id, at: at("10:02") }),
        await makeComment(db, { postId: post.id, at: at("10:03") }),
      ] as const;
      await makeComment(db, { postId: post.id, officeId: post.officeId, by: await makeOperator(db, post.officeId) });
      await makeComment(db);
      await hideComment(db, moderator, { commentId: hidden.id, code: "flooding" }, now);
      await reviewComment(db, moderator, { commentId: kept.id }, now);
      await db.update(comments).set({ up: 9 }).where(eq(comments.id, b.id));
      const ids = async (filters: Parameters<typeof readQueue>[2]) =>
        (await readQueue(db, moderator, filters, now)).comments.map(({ id }) => id);
      expect(await ids({})).toEqual([a.id, b.id]);
      expect(await ids({ sort: "supported" })).toEqual([b.id, a.id]);
      expect(await ids({ like: "letter" })).toEqual([a.id]);
      expect(await ids({ like: "suggestion" })).toEqual([b.id]);
      expect(await ids({ postId: post.id + 1 })).toEqual([]);
      expect(await ids({ regionId: post.stream.regionId })).toEqual([a.id, b.id]);
      await expect(readQueue(db, await makeOperator(db), {}, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "shows a leader what is said on their own stream and below, to turn into letters and nothing else",
    inRollback(async (db) => {
      const city = await makeRegion(db);
      const county = await makeRegion(db, city);
      const inCity = await makeOffice(db, { regionId: city.id });
      const inCounty = await makeOffice(db, { regionId: county.id });
      const [mayor, head] = [
        await makeLeader(db, { officeId: inCity.id }),
        await makeLeader(db, { officeId: inCounty.id }),
      ];
      const said = async (post: { leaderId: number } | { officeId: number }) =>
        (await makeComment(db, { postId: (await makePost(db, post)).id })).id;
      const onMayors = await said({ leaderId: mayor.id });
      const onHeads = await said({ leaderId: head.id });
      const onCountys = await said({ officeId: inCounty.id });
      await said({ officeId: inCity.id });
      const ids = async (leaderId: number) =>
        (await readQueue(db, await makeHolder(db, leaderId), {}, now)).comments.map(({ id }) => id);
      expect(await ids(mayor.id)).toEqual([onMayors, onHeads, onCountys]);
      expect(await ids(head.id)).toEqual([onHeads]);
      const leader = await makeHolder(db, head.id);
      expect(await readModerated(db, leader, onHeads, now)).toMatchObject({ id: onHeads, moderates: false });
      for (const refused of [
        () => readModerated(db, leader, onCountys, now),
        () => readAuthorOf(db, leader, onHeads, now),
        () => hideComment(db, leader, { commentId: onHeads, code: "insult" }, now),
        () => reviewComment(db, leader, { commentId: onHeads }, now),
        () => claimComment(db, leader, { commentId: onHeads }, now),
      ]) {
        await expect(refused()).rejects.toMatchObject({ key: "forbidden" });
      }
      const moderator = await makePerson(db, [{ role: "moderator", regionId: city.id }]);
      await hideComment(db, moderator, { commentId: onHeads, code: "insult" }, now);
      await expect(readModerated(db, leader, onHeads, now)).rejects.toMatchObject({ key: "comments.missing" });
      expect(await readModerated(db, moderator, onHeads, now)).toMatchObject({ moderates: true });
    }),
  );

  test(
    "keeps for the accused a comment that became an accusation, as if nothing had happened to it",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const leader = await makeLeader(db, { officeId: post.officeId });
      const { id: postId } = await makePost(db, { leaderId: leader.id });
      const { id: commentId } = await makeComment(db, { postId });
      await db.insert(letters).values({
        ...{ number: "HY-2026-00001", queryCodeHash: "x", kind: "accusation", via: "comment", visibility: "handlers" },
        ...{ title: "收钱办事", body: "收钱办事", commentId, postId, accusedLeaderId: leader.id },
        mailboxId: (await makeMailbox(db, { officeId: post.officeId })).id,
        sourceOfficeId: post.officeId,
        regionId: post.stream.regionId,
        sentAt: now.at,
      });
      const accused = await makeHolder(db, leader.id);
      const ids = async (by: Person) => (await readQueue(db, by, {}, now)).comments.map(({ id }) => id);
      expect(await ids(accused)).toEqual([commentId]);
      expect(await ids(moderator)).toEqual([]);
      const byItsAuthor = { sourceOfficeId: null, authorId: (await makeCitizen(db)).id };
      await db.update(letters).set(byItsAuthor).where(eq(letters.commentId, commentId));
      expect(await ids(accused)).toEqual([commentId]);
      expect(await ids(moderator)).toEqual([commentId]);
    }),
  );

  test(
    "lets go of a comment that became a letter",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const mailbox = await makeMailbox(db, { officeId: post.officeId });
      const { id: commentId } = await makeComment(db, { postId: post.id, body: "路灯不亮。" });
      const words = { title: "路灯不亮", body: "路灯不亮。", mailbox: mailbox.slug };
      await convertComment(db, moderator, { commentId, kind: "complaint", ...words }, now);
      expect((await readQueue(db, moderator, {}, now)).comments).toEqual([]);
    }),
  );

  test(
    "goes on behind the last one",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const by = await makeCitizen(db);
      const made: number[] = [];
      for (let i = 0; i < 25; i += 1) made.push((await makeComment(db, { postId: post.id, by, at: at("10:00") })).id);
      for (const sort of ["oldest", "supported"] as const) {
        const first = await readQueue(db, moderator, { sort }, now);
        const second = await readQueue(db, moderator, { sort, after: first.next! }, now);
        const seen = [...first.comments, ...second.comments].map(({ id }) => id);
        expect(seen.toSorted((x, y) => x - y)).toEqual(made);
        expect(second.next).toBeNull();
      }
    }),
  );

  test(
    "shows who is on a comment, for half an hour",
    inRollback(async (db) => {
      const { region, moderator, post } = await place(db);
      const colleague = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
      const { id: commentId } = await makeComment(db, { postId: post.id });
      const claim = async (time: string) => (await readQueue(db, moderator, {}, at(time))).comments[0]?.claim?.who;
      await claimComment(db, moderator, { commentId }, at("11:00"));
      expect(await claim("11:29")).toBe(moderator.nickname);
      await expect(claimComment(db, colleague, { commentId }, at("11:29"))).rejects.toMatchObject({
        key: "moderation.claimed",
        details: { who: moderator.nickname },
      });
      expect(await claim("11:31")).toBeUndefined();
      await claimComment(db, colleague, { commentId }, at("11:31"));
      await releaseComment(db, moderator, { commentId });
      expect(await claim("11:32")).toBe(colleague.nickname);
      await releaseComment(db, colleague, { commentId });
      expect(await claim("11:32")).toBeUndefined();
    }),
  );

  test(
    "tells of an author only what the square knows",
    inRollback(async (db) => {
      const { moderator, post } = await place(db);
      const { id: commentId, author } = await makeComment(db, { postId: post.id });
      const other = await makeComment(db, { postId: post.id, by: author });
      await hideComment(db, moderator, { commentId: other.id, code: "insult" }, now);
      expect(await readAuthorOf(db, moderator, commentId, now)).toMatchObject({
        nickname: author.nickname,
        verified: true,
        comments: 2,
        hidden: 1,
        letters: [],
      });
      await expect(readAuthorOf(db, author, commentId, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
