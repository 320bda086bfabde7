import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events, pollBallots, pollVoters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { hidePost } from "#domain/moderation/moderate.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { castBallot } from "./cast.ts";
import { closePolls } from "./close.ts";
import { ballotInput, pollFields } from "./input.ts";
import { readMyBallots, readPolls } from "./read-polls.ts";
import { sumVoters } from "./sum-voters.ts";

const now = on("2026-09-18", "10:00");
const closing = on("2026-09-20", "18:00");
const options = ["修路灯", "补人行道", "通下水"];

type Mode = "single" | "multiple" | "ranked";

async function makePoll(db: Db, mode: Mode = "single", most?: number) {
  const poll = pollFields.parse({ mode, options, most, closesAt: "2026-09-20T18:00" });
  return makePost(db, { kind: "poll", particulars: { poll } });
}

const ballot = (postId: number, given: { choice?: unknown; rank?: unknown }) => ballotInput.parse({ postId, ...given });
const chosen = async (db: Db, postId: number) =>
  (await db.select().from(pollBallots).where(eq(pollBallots.postId, postId))).map(({ choices }) => choices).toSorted();

describe("a ballot", () => {
  test(
    "is one a verified citizen, never a desk's, and cannot be given twice",
    inRollback(async (db) => {
      const { id } = await makePoll(db);
      const citizen = await makeCitizen(db);
      await castBallot(db, citizen, ballot(id, { choice: "1" }), now);
      const tried = [
        [citizen, "polls.already"],
        [await makeOperator(db), "polls.notForDesks"],
        [await makePerson(db, [], { verifiedAt: null }), "polls.verifiedOnly"],
        [nobody, "signInFirst"],
      ] as const;
      for (const [actor, key] of tried) {
        await expect(castBallot(db, actor, ballot(id, { choice: "2" }), now)).rejects.toMatchObject({ key });
      }
      expect(await chosen(db, id)).toEqual([[1]]);
      expect(await readMyBallots(db, citizen.id, [id])).toEqual([id]);
      expect(await readMyBallots(db, (await makeCitizen(db)).id, [id])).toEqual([]);
    }),
  );

  test(
    "says what the poll asks, or it is refused in words and its voter may try again",
    inRollback(async (db) => {
      const [single, several, ranked] = [
        await makePoll(db),
        await makePoll(db, "multiple", 2),
        await makePoll(db, "ranked"),
      ];
      const wrong = [
        [single, { choice: [] }, "polls.nothingChosen"],
        [single, { choice: ["0", "1"] }, "polls.chosenTooMany"],
        [single, { choice: "3" }, "polls.noSuchOption"],
        [several, { choice: ["0", "1", "2"] }, "polls.chosenTooMany"],
        [ranked, { rank: ["", "", ""] }, "polls.nothingChosen"],
        [ranked, { rank: ["1", "1", ""] }, "polls.rankTwice"],
        [ranked, { choice: "1" }, "polls.nothingChosen"],
      ] as const;
      const citizen = await makeCitizen(db);
      for (const [post, given, key] of wrong) {
        await expect(castBallot(db, citizen, ballot(post.id, given), now)).rejects.toMatchObject({ key });
      }
      await castBallot(db, citizen, ballot(single.id, { choice: "0" }), now);
      await castBallot(db, citizen, ballot(several.id, { choice: ["2", "0", "2"] }), now);
      await castBallot(db, citizen, ballot(ranked.id, { rank: ["7", "", "2"] }), now);
      expect(await Promise.all([single, several, ranked].map(({ id }) => chosen(db, id)))).toEqual([
        [[0]],
        [[0, 2]],
        [[2, 0]],
      ]);
    }),
  );

  test(
    "is refused when the end has come, whether it was counted yet or not, and where there is nothing to be seen",
    inRollback(async (db) => {
      const [over, hidden] = [await makePoll(db), await makePoll(db)];
      const cast = async (id: number, at = now) =>
        castBallot(db, await makeCitizen(db), ballot(id, { choice: "0" }), at);
      await expect(cast(over.id, closing)).rejects.toMatchObject({ key: "polls.over" });
      await closePolls(db, closing);
      await expect(cast(over.id)).rejects.toMatchObject({ key: "polls.over" });
      const moderator = await makePerson(db, [{ role: "moderator", regionId: hidden.stream.regionId }]);
      await hidePost(db, moderator, { postId: hidden.id, code: "advertising" }, now);
      await expect(cast(hidden.id)).rejects.toMatchObject({ key: "polls.missing" });
      await expect(cast(hidden.id + 1)).rejects.toMatchObject({ key: "polls.missing" });
    }),
  );
});

describe("the urn", () => {
  test("tells by no order, key or transaction who put in what", async () => {
    const { db } = await ownDatabase();
    const { id } = await makePoll(db, "ranked");
    for (let voter = 0; voter < 12; voter += 1) {
      const rank = [0, 1, 2].map((place) => String(((place + voter) % 3) + 1));
      await castBallot(db, await makeCitizen(db), ballot(id, { rank }), now);
    }
    const marks = async (table: typeof pollVoters | typeof pollBallots) =>
      (await db.execute<{ xmin: string }>(sql`select xmin::text from ${table} order by ctid`)).map(({ xmin }) => xmin);
    expect(new Set(await marks(pollVoters)).size).toBe(12);
    // Every ballot was put back by the last voter's transaction.
    expect(new Set(await marks(pollBallots))).toEqual(new Set([(await marks(pollVoters)).at(-1)]));
    const { slots } = { slots: await db.select().from(pollBallots).orderBy(asc(sql`ctid`)) };
    expect(slots.map(({ slot }) => slot)).toEqual(slots.map(({ slot }) => slot).toSorted((a, b) => (a < b ? -1 : 1)));
    expect(await db.select().from(events).where(eq(events.what, "ballot.cast"))).toEqual([]);
  });

  test("loses and doubles none when many vote at once", async () => {
    const { db } = await ownDatabase();
    const { id } = await makePoll(db);
    const voters = await Promise.all(Array.from({ length: 30 }, () => makeCitizen(db)));
    const twice = voters.flatMap((voter, place) =>
      [0, 1].map(() => castBallot(db, voter, ballot(id, { choice: place % 3 }), now)),
    );
    const answers = await Promise.allSettled(twice);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
    await closePolls(db, closing);
    expect((await readPolls(db, [id]))[0]!.result!.counts).toEqual([10, 10, 10]);
  });
});

describe("what everybody sees", () => {
  test(
    "while it is open is how many have voted, at every moment; when it is counted the result, sealed in one event",
    inRollback(async (db) => {
      const { id } = await makePoll(db);
      await castBallot(db, await makeCitizen(db), ballot((await makePoll(db)).id, { choice: 1 }), now);
      const vote = async (choice: number) => castBallot(db, await makeCitizen(db), ballot(id, { choice }), now);
      await vote(2);
      await vote(2);
      expect(await readPolls(db, [id])).toMatchObject([{ voters: 2, result: null, closedAt: null }]);
      expect(await sumVoters(db, now)).toBe(3);
      expect(await sumVoters(db, now)).toBe(0);
      await vote(0);
      expect((await readPost(db, id, now))?.post?.poll).toMatchObject({ voters: 3, result: null });
      expect(await closePolls(db, on("2026-09-20", "17:59"))).toBe(0);
      expect(await closePolls(db, closing)).toBe(2);
      expect(await closePolls(db, closing)).toBe(0);
      expect(await sumVoters(db, closing)).toBe(0);
      expect((await readPost(db, id, now))?.post?.poll).toMatchObject({
        voters: 3,
        closedAt: instant("2026-09-20", "18:00"),
        result: { counts: [1, 0, 2], winners: [2], rounds: null },
      });
      const told = await db
        .select()
        .from(events)
        .where(and(eq(events.what, "poll.close"), eq(events.subject, `post:${id}`)));
      expect(told).toMatchObject([
        {
          public: true,
          personId: null,
          counts: { post: id, mode: "single", voters: 3, votes: [1, 0, 2], winners: [2] },
        },
      ]);
    }),
  );

  test(
    "of a ranked poll is every round",
    inRollback(async (db) => {
      const { id } = await makePoll(db, "ranked");
      for (const rank of [
        ["1", "", ""],
        ["1", "2", ""],
        ["", "1", "2"],
        ["", "1", ""],
        ["", "2", "1"],
      ]) {
        await castBallot(db, await makeCitizen(db), ballot(id, { rank }), now);
      }
      await closePolls(db, closing);
      expect((await readPolls(db, [id]))[0]!.result).toEqual({
        counts: [2, 3, 0],
        winners: [1],
        rounds: [
          { counts: [2, 2, 1], exhausted: 0, out: [2] },
          { counts: [2, 3, null], exhausted: 0, out: [] },
        ],
      });
      const [told] = await db.select().from(events).where(eq(events.what, "poll.close"));
      expect(told!.counts).toMatchObject({ rounds: ["2,2,1", "2,3,-"] });
    }),
  );
});
