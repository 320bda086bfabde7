import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { owedAnswers } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, clock, nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { owedBy } from "#domain/access/visibility.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { recountCovered } from "#domain/letters/recount-clocks.ts";
import { makeLeader } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countOwed, listOwed } from "./list-owed.ts";
import { oweAnswer } from "./owe-answer.ts";
import { readOwedUnder } from "./read-owed.ts";

const now = on("2026-09-18", "10:00");

async function debts(db: Db) {
  const leader = await makeLeader(db);
  const { officeId } = leader;
  const ofLeader = await makePost(db, { leaderId: leader.id });
  const ofOffice = await makePost(db, { officeId });
  const first = await makeComment(db, { postId: ofLeader.id });
  const second = await makeComment(db, { postId: ofOffice.id });
  const owe = (postId: number, commentId: number, leaderId: number | null, on_ = now) =>
    transact(db, (tx) => oweAnswer(tx, { what: "comment", postId, commentId, officeId, leaderId }, on_));
  await owe(ofOffice.id, second.id, null, on("2026-09-21"));
  await owe(ofLeader.id, first.id, leader.id);
  return { leader, officeId, first, second, ofLeader };
}

const comments = async (db: Db, actor: Actor) =>
  (await listOwed(db, actor, undefined, now)).rows.map(({ comment }) => comment?.id);

describe("what is owed", () => {
  test(
    "stands with who owes it and who keeps their office, the oldest date first",
    inRollback(async (db) => {
      const { leader, officeId, first, second } = await debts(db);
      const holder = await makeHolder(db, leader.id);
      expect(await comments(db, holder)).toEqual([first.id, second.id]);
      expect(await comments(db, await makeOperator(db, officeId))).toEqual([first.id, second.id]);
      const beside = await makeHolder(db, (await makeLeader(db, { officeId })).id);
      expect(await comments(db, beside)).toEqual([second.id]);
      expect(await countOwed(db, holder)).toBe(2);
      const [own] = (await listOwed(db, holder, undefined, now)).rows;
      expect(own).toMatchObject({
        plate: { leaderId: leader.id, officeId },
        mayTakeUp: true,
        comment: { nickname: first.author.nickname },
        light: { lamp: "green" },
      });
    }),
  );

  test(
    "stands with nobody else, and the list asks what the rule says",
    inRollback(async (db) => {
      const { leader, officeId, ofLeader } = await debts(db);
      const strangers = [nobody, clock, await makeCitizen(db), await makeHandler(db, officeId), await makeOperator(db)];
      for (const actor of strangers) {
        expect(await comments(db, actor)).toEqual([]);
        expect(await countOwed(db, actor)).toBe(0);
      }
      const all = await db.select().from(owedAnswers).where(eq(owedAnswers.officeId, officeId));
      const everybody = [
        ...strangers,
        await makeHolder(db, leader.id),
        await makeHolder(db, (await makeLeader(db, { officeId })).id),
        await makeOperator(db, officeId),
        await makePerson(db, [{ role: "moderator", regionId: ofLeader.stream.regionId }]),
      ];
      for (const actor of everybody) {
        const listed = await db.select({ id: owedAnswers.id }).from(owedAnswers).where(owedBy(actor));
        const ids = listed.map(({ id }) => id);
        for (const debt of all) expect(ids.includes(debt.id)).toBe(can(actor, "owed.see", debt));
      }
    }),
  );

  test(
    "goes on page by page and leaves out what is settled",
    inRollback(async (db) => {
      const { leader, officeId, ofLeader } = await debts(db);
      for (let n = 0; n < 20; n += 1) {
        const { id } = await makeComment(db, { postId: ofLeader.id });
        const debt = { what: "comment" as const, postId: ofLeader.id, commentId: id, officeId, leaderId: leader.id };
        await transact(db, (tx) => oweAnswer(tx, debt, now));
      }
      const holder = await makeHolder(db, leader.id);
      const page = await listOwed(db, holder, undefined, now);
      const rest = await listOwed(db, holder, page.next!, now);
      const seen = [...page.rows, ...rest.rows].map(({ id }) => id);
      expect([seen.length, new Set(seen).size, rest.next]).toEqual([22, 22, null]);
      await makeComment(db, {
        postId: ofLeader.id,
        replyTo: page.rows[0]!.comment!.id,
        leaderId: leader.id,
        by: holder,
      });
      expect(await countOwed(db, holder)).toBe(21);
    }),
  );
});

describe("on the comment", () => {
  test(
    "everybody sees by when it is owed, under which light, and when that light changes",
    inRollback(async (db) => {
      const { first, ofLeader, leader } = await debts(db);
      const [thread] = (await readThread(db, ofLeader.id, {}, now)).threads;
      expect(thread?.comment).toMatchObject({
        id: first.id,
        owed: {
          // Sunday the 20th is worked, for the Mid-Autumn holiday.
          dueOn: "2026-09-24",
          light: { lamp: "green", left: { unit: "workdays", n: 5 } },
          changesAt: on("2026-09-19", "00:00").at,
        },
      });
      const late = (await readThread(db, ofLeader.id, {}, on("2026-09-29"))).threads[0]!.comment;
      expect(late.owed?.light).toMatchObject({ lamp: "red", card: "yellow" });
      const [under] = await readOwedUnder(db, [ofLeader.id], now);
      expect(under).toMatchObject({ commentId: first.id, by: { leader: { handle: leader.handle } } });
    }),
  );
});

describe("a date that was counted before its year's calendar was there", () => {
  test(
    "is counted again once it is covered, and that is told in public",
    inRollback(async (db) => {
      const { first } = await debts(db);
      await db.update(owedAnswers).set({ provisional: true, dueAt: now.at }).where(eq(owedAnswers.commentId, first.id));
      expect(await recountCovered(db, now)).toBe(1);
      const [owed] = await db.select().from(owedAnswers).where(eq(owedAnswers.commentId, first.id));
      expect(owed).toMatchObject({ provisional: false, dueAt: on("2026-09-25", "00:00").at });
      expect(await recountCovered(db, now)).toBe(0);
    }),
  );
});
