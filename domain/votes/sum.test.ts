import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events, posts, votes } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { nobody, type Person } from "#domain/access/actor.ts";
import { hideComment, hidePost } from "#domain/moderation/moderate.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { alone } from "./alone.ts";
import { castVote } from "./cast.ts";
import { readMyVotes, readMyVotesOn } from "./mine.ts";
import { sumVotes } from "./sum.ts";
import { wilsonLowerBound } from "./wilson.ts";

const now = on("2026-09-18", "10:00");
const onComment = (targetId: number, choice: 1 | 0 | -1) => ({ target: "comment" as const, targetId, choice });

async function stored(db: Db, id: number) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  return { up: row!.up, down: row!.down, verified: row!.verifiedVotes, heat: row!.heat };
}

describe("a vote", () => {
  test(
    "counts once a person, and the newest one counts",
    inRollback(async (db) => {
      const { id, postId } = await makeComment(db);
      const [a, b] = [await makeCitizen(db), await makeCitizen(db)];
      await castVote(db, a, onComment(id, 1), now);
      await castVote(db, b, onComment(id, 1), now);
      expect(await sumVotes(db, now)).toBe(2);
      expect(await stored(db, id)).toEqual({ up: 2, down: 0, verified: 2, heat: wilsonLowerBound(2, 0) });
      await castVote(db, a, onComment(id, -1), now);
      await castVote(db, b, onComment(id, -1), now);
      await castVote(db, b, onComment(id, 0), now);
      await castVote(db, a, { target: "post", targetId: postId, choice: 1 }, now);
      await sumVotes(db, now);
      expect(await stored(db, id)).toEqual({ up: 0, down: 1, verified: 1, heat: 0 });
      const [post] = await db.select().from(posts).where(eq(posts.id, postId));
      expect(post).toMatchObject({ up: 1, down: 0, verifiedVotes: 1, heat: wilsonLowerBound(1, 0) });
      expect(await readMyVotes(db, a.id, postId)).toEqual({ post: 1, comments: { [id]: -1 } });
      expect(await readMyVotes(db, b.id, postId)).toEqual({ post: 0, comments: {} });
      expect(await readMyVotesOn(db, a.id, [postId])).toEqual({ [`post:${postId}`]: 1, [`comment:${id}`]: -1 });
      expect(await readMyVotesOn(db, b.id, [postId])).toEqual({});
      expect(await readMyVotesOn(db, a.id, [postId + 1])).toEqual({});
      expect(await sumVotes(db, now)).toBe(0);
    }),
  );

  test(
    "of somebody unverified counts, beside the verified share",
    inRollback(async (db) => {
      const { id } = await makeComment(db);
      await castVote(db, await makePerson(db, [], { verifiedAt: null }), onComment(id, 1), now);
      await sumVotes(db, now);
      expect(await stored(db, id)).toMatchObject({ up: 1, verified: 0 });
    }),
  );

  test(
    "that changed nothing tells nobody; what changed is told by post",
    inRollback(async (db) => {
      const { id, postId, author } = await makeComment(db);
      const told = () => db.select().from(events).where(eq(events.what, "votes.counted"));
      await castVote(db, author, onComment(id, 1), now);
      await sumVotes(db, now);
      expect((await told()).map(({ topics }) => topics)).toEqual([[`post:${postId}`]]);
      await castVote(db, author, onComment(id, 1), now);
      expect(await sumVotes(db, now)).toBe(1);
      expect(await told()).toHaveLength(1);
    }),
  );

  test(
    "is refused without a sign-in, to desks, and where there is nothing to be seen",
    inRollback(async (db) => {
      const post = await makePost(db);
      const comment = await makeComment(db, { postId: post.id });
      const draft = await makePost(db, { state: "draft" });
      const citizen = await makeCitizen(db);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      const refused = (by: Parameters<typeof castVote>[1], target: "post" | "comment", targetId: number) =>
        castVote(db, by, { target, targetId, choice: 1 }, now).then(
          () => null,
          (error) => error.key,
        );
      expect(await refused(nobody, "comment", comment.id)).toBe("signInFirst");
      expect(await refused(await makeOperator(db), "comment", comment.id)).toBe("votes.notForDesks");
      expect(await refused(citizen, "post", draft.id)).toBe("votes.nothingThere");
      expect(await refused(citizen, "comment", 999_999)).toBe("votes.nothingThere");
      await hideComment(db, moderator, { commentId: comment.id, code: "insult" }, now);
      expect(await refused(citizen, "comment", comment.id)).toBe("votes.nothingThere");
      await hidePost(db, moderator, { postId: post.id, code: "illegal" }, now);
      expect(await refused(citizen, "post", post.id)).toBe("votes.nothingThere");
      expect(await db.select().from(votes)).toEqual([]);
    }),
  );
});

test("who waits for the sum has it, though somebody else is at it", async () => {
  const { db } = await ownDatabase();
  const { id, author } = await makeComment(db);
  await castVote(db, author, onComment(id, 1), now);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let begun = () => {};
  const holding = new Promise<void>((resolve) => (begun = resolve));
  const other = transact(db, async (tx) => {
    await alone(tx);
    begun();
    await held;
  });
  await holding;
  expect(await sumVotes(db, now)).toBe(0);
  const waiting = sumVotes(db, now, true);
  letGo();
  await other;
  expect(await waiting).toBe(1);
  expect(await stored(db, id)).toMatchObject({ up: 1 });
});

interface Cast {
  voter: number;
  target: number;
  choice: 1 | 0 | -1;
  /** How long its transaction stays open, and whether two aggregators run meanwhile. */
  hold: number;
  sum: boolean;
}

const cast: fc.Arbitrary<Cast> = fc.record({
  voter: fc.nat(3),
  target: fc.nat(2),
  choice: fc.constantFrom(1, 0, -1),
  hold: fc.nat(12),
  sum: fc.boolean(),
});

/** What the counts have to be: each person's newest vote, read from the votes alone. */
async function recount(db: Db): Promise<Record<string, number[]>> {
  const rows = await db.execute<{ id: string; up: number; down: number }>(sql`
    select target_id as id, count(*) filter (where choice = 1)::int as up, count(*) filter (where choice = -1)::int as down
    from (select distinct on (person_id, target_id) target_id, choice from votes order by person_id, target_id, id desc) v
    group by target_id`);
  return Object.fromEntries(rows.map(({ id, up, down }) => [id, [up, down]]));
}

test("whatever commits in whatever order, the counts are exactly everybody's newest vote", async () => {
  const { db } = await ownDatabase();
  const { id: postId } = await makePost(db);
  const voters = await Promise.all(Array.from({ length: 4 }, () => makeCitizen(db)));
  const run = async (casts: Cast[]) => {
    const targets: number[] = [];
    for (let i = 0; i < 3; i += 1) targets.push((await makeComment(db, { postId })).id);
    await Promise.all(casts.map((one) => take(db, voters[one.voter]!, targets[one.target]!, one)));
    await sumVotes(db, now);
    const wanted = await recount(db);
    for (const id of targets) {
      const { up, down, verified, heat } = await stored(db, id);
      expect([up, down]).toEqual(wanted[id] ?? [0, 0]);
      expect(verified).toBe(up + down);
      expect(heat).toBe(wilsonLowerBound(up, down));
    }
    expect(await db.select().from(votes).where(eq(votes.summed, false))).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(fc.array(cast, { minLength: 1, maxLength: 24 }), run), { numRuns: 25 });
});

async function take(db: Db, voter: Person, target: number, { choice, hold, sum }: Cast): Promise<void> {
  await db.transaction(async (tx) => {
    await castVote(tx as unknown as Db, voter, onComment(target, choice), now);
    await tx.execute(sql`select pg_sleep(${hold / 1000})`);
  });
  if (sum) await Promise.all([sumVotes(db, now), sumVotes(db, now)]);
}
