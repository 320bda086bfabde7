import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, signIns } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readLog } from "#domain/moderation/read-log.ts";
import { openSignIn } from "#domain/sign-in/open-sign-in.ts";
import { castVote } from "#domain/votes/cast.ts";
import { sumVotes } from "#domain/votes/sum.ts";
import { wilsonLowerBound } from "#domain/votes/wilson.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { decideSuspicions } from "./decide.ts";
import { findSuspicions } from "./find.ts";
import { listSuspectedPosts, listSuspicions } from "./read-suspicions.ts";

const now = on("2026-09-18", "11:00");
const yesterday = on("2026-09-17", "11:00");

/** Ten accounts opened yesterday vote from one device; one old account votes too. */
async function organised(db: Db) {
  const region = await makeRegion(db);
  await makeOffice(db, { regionId: region.id, triages: true });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
  const { id } = await makeComment(db, { postId: post.id });
  const vote = { target: "comment" as const, targetId: id, choice: 1 as const };
  for (let n = 0; n < 10; n += 1) {
    const person = await makePerson(db, [], { createdAt: yesterday.at, verifiedAt: yesterday.at });
    await transact(db, (tx) =>
      openSignIn(tx, person.id, { device: "Chrome · Windows", address: "198.51.100.7" }, yesterday),
    );
    await castVote(db, person, vote, now);
  }
  await castVote(db, await makeCitizen(db), vote, now);
  await sumVotes(db, now, true);
  const lineage = region.lineage;
  const stored = async () => {
    const [row] = await db.select().from(comments).where(eq(comments.id, id));
    return { up: row!.up, heat: row!.heat };
  };
  return { moderator, post, lineage, stored };
}

describe("organised voting", () => {
  test("loses its weight and not its place in the total, and a moderator clears or confirms it in public", async () => {
    const { db } = await ownDatabase();
    const { moderator, post, lineage, stored } = await organised(db);
    expect(await stored()).toEqual({ up: 11, heat: wilsonLowerBound(11, 0) });
    expect(await findSuspicions(db, now)).toBe(10);
    expect(await stored()).toEqual({ up: 11, heat: wilsonLowerBound(1, 0) });
    expect(await findSuspicions(db, now)).toBe(0);

    expect(await listSuspectedPosts(db, moderator)).toMatchObject([{ postId: post.id, waiting: 10, confirmed: 0 }]);
    const suspects = await listSuspicions(db, moderator, post.id, lineage);
    expect(suspects[0]).toMatchObject({ state: "suspected", evidence: { burst: 10, shared: 9, age: 1 }, struck: null });
    const personIds = suspects.map(({ personId }) => personId);
    const [first, ...rest] = personIds;
    const decide = (ids: number[], decision: "confirmed" | "cleared") =>
      decideSuspicions(db, moderator, { postId: post.id, personIds: ids, decision }, now);
    await decide([first!], "cleared");
    expect(await stored()).toEqual({ up: 11, heat: wilsonLowerBound(2, 0) });
    await decide(rest, "confirmed");
    expect(await stored()).toEqual({ up: 11, heat: wilsonLowerBound(2, 0) });
    await expect(decide(rest, "confirmed")).rejects.toMatchObject({ key: "votes.nothingToDecide" });
    expect(await findSuspicions(db, now)).toBe(0);
    expect((await readLog(db)).entries.map(({ act, n, office }) => [act, n, office !== null])).toEqual([
      ["votes.unweigh", 9, true],
      ["votes.weigh", 1, true],
      ["votes.suspect", 10, false],
    ]);
  });

  test("is shown to the region's moderators alone", async () => {
    const { db } = await ownDatabase();
    const { post, lineage } = await organised(db);
    await findSuspicions(db, now);
    const elsewhere = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
    expect(await listSuspectedPosts(db, elsewhere)).toEqual([]);
    for (const actor of [elsewhere, await makeCitizen(db)]) {
      await expect(listSuspicions(db, actor, post.id, lineage)).rejects.toMatchObject({ key: "forbidden" });
      await expect(
        decideSuspicions(db, actor, { postId: post.id, personIds: [1], decision: "cleared" }, now),
      ).rejects.toMatchObject({ key: "forbidden" });
    }
    await expect(listSuspectedPosts(db, await makeCitizen(db))).rejects.toMatchObject({ key: "forbidden" });
  });

  test("is known by a place that can be compared and not read; the machine itself tells nothing", async () => {
    const { db } = await ownDatabase();
    const person = await makeCitizen(db);
    for (const address of ["198.51.100.7", "198.51.100.7", "127.0.0.1"]) {
      await transact(db, (tx) => openSignIn(tx, person.id, { device: "Chrome · Windows", address }, now));
    }
    const [one, same, local] = (await db.select().from(signIns).orderBy(signIns.id)).map((row) => row.placeHash);
    expect(one).toBe(same);
    expect(one).not.toContain("198.51");
    expect(local).toBeNull();
  });
});
