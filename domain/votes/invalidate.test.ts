import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events, posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Person } from "#domain/access/actor.ts";
import { readLog } from "#domain/moderation/read-log.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { alone } from "./alone.ts";
import { castVote } from "./cast.ts";
import { previewStrike, strikeInput, strikeVotes, unstrikeVotes } from "./invalidate.ts";
import { setWeight } from "./standing.ts";
import { sumVotes } from "./sum.ts";
import { wilsonLowerBound } from "./wilson.ts";

const now = on("2026-09-18", "11:00");
const code = "organised" as const;

/** Who counts votes holds a lock to the end of the transaction: a rolled-back test would stop those beside it. */
const onItsOwn = (work: (db: Db) => Promise<void>) => async () => work((await ownDatabase()).db);

async function place(db: Db, voters = 4) {
  const region = await makeRegion(db);
  await makeOffice(db, { regionId: region.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const { id: postId } = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
  const { id } = await makeComment(db, { postId });
  const people = await Promise.all(Array.from({ length: voters }, () => makeCitizen(db)));
  const votes = async (who: Person[], choice: 1 | 0 | -1) => {
    for (const person of who) await castVote(db, person, { target: "comment", targetId: id, choice }, now);
    await sumVotes(db, now, true);
  };
  return { region, moderator, postId, id, people, votes };
}

async function stored(db: Db, id: number) {
  const [row] = await db.select().from(comments).where(eq(comments.id, id));
  return { up: row!.up, down: row!.down, verified: row!.verifiedVotes, heat: row!.heat };
}

describe("striking votes", () => {
  test(
    "takes them out of the totals as a numbered public act that names nobody, and a second act brings them back",
    onItsOwn(async (db) => {
      const { moderator, postId, id, people, votes } = await place(db);
      await votes(people, 1);
      const personIds = people.slice(0, 3).map((person) => person.id);
      expect(await previewStrike(db, moderator, { postId, personIds })).toMatchObject({
        accounts: 3,
        votes: 3,
        changes: [{ commentId: id, before: [4, 0], after: [1, 0] }],
      });
      const first = await strikeVotes(db, moderator, { postId, personIds, code }, now);
      expect(await stored(db, id)).toEqual({ up: 1, down: 0, verified: 1, heat: wilsonLowerBound(1, 0) });
      const { entries } = await readLog(db);
      expect(entries[0]).toMatchObject({ act: "votes.strike", number: first.number, n: 3, votes: 3, code, postId });
      const [event] = await db.select().from(events).where(eq(events.what, "votes.strike"));
      expect(event).toMatchObject({ public: true, subject: `post:${postId}` });
      expect(Object.keys(event!.counts).sort()).toEqual(["code", "n", "number", "post", "votes"]);
      await unstrikeVotes(db, moderator, { invalidationId: first.id }, now);
      expect(await stored(db, id)).toMatchObject({ up: 4, verified: 4, heat: wilsonLowerBound(4, 0) });
      const second = await strikeVotes(db, moderator, { postId, personIds, code }, now);
      expect(second.number).toBe(first.number + 1);
    }),
  );

  test(
    "holds for what these accounts vote there later, and for no other post",
    onItsOwn(async (db) => {
      const { moderator, postId, id, people, votes } = await place(db, 2);
      await votes(people, 1);
      await strikeVotes(db, moderator, { postId, personIds: [people[0]!.id], code }, now);
      await votes([people[0]!], -1);
      expect(await stored(db, id)).toMatchObject({ up: 1, down: 0 });
      const other = await makeComment(db);
      await castVote(db, people[0]!, { target: "comment", targetId: other.id, choice: 1 }, now);
      await sumVotes(db, now, true);
      expect(await stored(db, other.id)).toMatchObject({ up: 1 });
    }),
  );

  test(
    "is refused to others, to a moderator's own votes, where there are none, and twice",
    onItsOwn(async (db) => {
      const { moderator, postId, people, votes } = await place(db, 2);
      await votes(people, 1);
      const personIds = people.map((person) => person.id);
      const elsewhere = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      for (const actor of [elsewhere, people[0]!]) {
        await expect(strikeVotes(db, actor, { postId, personIds, code }, now)).rejects.toMatchObject({
          key: "forbidden",
        });
        await expect(previewStrike(db, actor, { postId, personIds })).rejects.toMatchObject({ key: "forbidden" });
      }
      const refused = (ids: number[]) =>
        strikeVotes(db, moderator, { postId, personIds: ids, code }, now).then(
          () => null,
          (error) => error.key,
        );
      expect(await refused([moderator.id])).toBe("votes.ownStrike");
      expect(await refused([(await makeCitizen(db)).id])).toBe("votes.nothingToStrike");
      const { id } = await strikeVotes(db, moderator, { postId, personIds, code }, now);
      expect(await refused(personIds)).toBe("votes.nothingToStrike");
      await expect(unstrikeVotes(db, elsewhere, { invalidationId: id }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      await unstrikeVotes(db, moderator, { invalidationId: id }, now);
      await expect(unstrikeVotes(db, moderator, { invalidationId: id }, now)).rejects.toMatchObject({
        key: "votes.strikeUndone",
      });
      await expect(unstrikeVotes(db, moderator, { invalidationId: 999_999 }, now)).rejects.toMatchObject({
        key: "votes.noSuchStrike",
      });
      expect(strikeInput.safeParse({ postId, code }).success).toBe(false);
    }),
  );
});

test(
  "votes without weight stay in the totals and leave the heat, on the post and on its comments",
  onItsOwn(async (db) => {
    const { postId, id, people, votes } = await place(db);
    await votes(people, 1);
    for (const person of people) await castVote(db, person, { target: "post", targetId: postId, choice: 1 }, now);
    await sumVotes(db, now, true);
    const light = people.slice(0, 3).map((person) => person.id);
    await transact(db, (tx) => setWeight(tx, postId, light, true));
    expect(await stored(db, id)).toEqual({ up: 4, down: 0, verified: 4, heat: wilsonLowerBound(1, 0) });
    const [post] = await db.select().from(posts).where(eq(posts.id, postId));
    expect(post).toMatchObject({ up: 4, heat: wilsonLowerBound(1, 0) });
    await votes(people.slice(0, 1), -1);
    expect(await stored(db, id)).toMatchObject({ up: 3, down: 1, heat: wilsonLowerBound(1, 0) });
    await transact(db, (tx) => setWeight(tx, postId, light, false));
    expect(await stored(db, id)).toMatchObject({ up: 3, down: 1, heat: wilsonLowerBound(3, 1) });
  }),
);

type Move =
  | { do: "vote"; voter: number; choice: 1 | 0 | -1 }
  | { do: "sum" }
  | { do: "strike" | "light" | "heavy"; who: number[] }
  | { do: "unstrike"; which: number };

const who = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 });
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("vote" as const), voter: fc.nat(3), choice: fc.constantFrom(1, 0, -1) }),
  },
  { weight: 2, arbitrary: fc.constant({ do: "sum" as const }) },
  fc.record({ do: fc.constantFrom("strike" as const, "light" as const, "heavy" as const), who }),
  fc.record({ do: fc.constant("unstrike" as const), which: fc.nat(3) }),
);

/** From the votes and standings alone: what has to be stored. */
async function recount(db: Db, id: number) {
  const [row] = await db.execute<{ up: number; down: number; light_up: number; light_down: number }>(sql`
    select count(*) filter (where choice = 1)::int as up, count(*) filter (where choice = -1)::int as down,
      count(*) filter (where choice = 1 and weightless)::int as light_up,
      count(*) filter (where choice = -1 and weightless)::int as light_down
    from (select distinct on (v.person_id) v.choice, coalesce(s.weightless, false) as weightless, s.invalidation_id
      from votes v left join vote_standings s on s.post_id = v.post_id and s.person_id = v.person_id
      where v.target = 'comment' and v.target_id = ${id} order by v.person_id, v.id desc) newest
    where invalidation_id is null`);
  const { up, down, light_up, light_down } = row!;
  return { up, down, verified: up + down, heat: wilsonLowerBound(up - light_up, down - light_down) };
}

test("whatever is voted, struck, brought back and weighed in whatever order, the totals are the sum of the votes that stand", async () => {
  const { db } = await ownDatabase();
  const { moderator, region } = await place(db, 0);
  const voters = await Promise.all(Array.from({ length: 4 }, () => makeCitizen(db)));
  const run = async (moves: Move[]) => {
    const officeId = (await makeOffice(db, { regionId: region.id })).id;
    const { id: postId } = await makePost(db, { officeId });
    const { id } = await makeComment(db, { postId });
    const acts: number[] = [];
    const ids = (some: number[]) => some.map((n) => voters[n]!.id);
    for (const one of moves) {
      if (one.do === "vote") {
        await castVote(db, voters[one.voter]!, { target: "comment", targetId: id, choice: one.choice }, now);
      } else if (one.do === "sum") await sumVotes(db, now, true);
      else if (one.do === "strike") {
        const struck = await strikeVotes(db, moderator, { postId, personIds: ids(one.who), code }, now).catch(
          () => null,
        );
        if (struck) acts.push(struck.id);
      } else if (one.do === "unstrike") {
        const invalidationId = acts[one.which];
        if (invalidationId) await unstrikeVotes(db, moderator, { invalidationId }, now).catch(() => null);
      } else {
        await transact(db, async (tx) => {
          await alone(tx, true);
          await setWeight(tx, postId, ids(one.who), one.do === "light");
        });
      }
    }
    await sumVotes(db, now, true);
    expect(await stored(db, id)).toEqual(await recount(db, id));
  };
  await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 3, maxLength: 24 }), run), { numRuns: 30 });
});
