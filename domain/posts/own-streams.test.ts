import { describe, expect, test } from "vitest";
import { leaders, offices } from "#db/schema/index.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeHolder, makeOperator, makePerson } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { type OwnStream, readOwnStreams } from "./own-streams.ts";
import { readOwnPosts } from "./read-posts.ts";

const now = on("2026-09-18");
const told = (streams: OwnStream[]) =>
  streams.map(({ leader, office, publishes, kinds }) => [
    leader?.id ?? office.id,
    publishes,
    kinds.includes("broadcast"),
  ]);

describe("the streams somebody writes for", () => {
  test(
    "are the leader's own; the office's, then its leaders'; the editor's whole region; and none of a citizen's",
    inRollback(async (db) => {
      const office = await makeOffice(db, { triages: true });
      const leader = await makeLeader(db, { officeId: office.id });
      await makeLeader(db);
      expect(told(await readOwnStreams(db, await makeHolder(db, leader.id)))).toEqual([[leader.id, true, false]]);
      expect(told(await readOwnStreams(db, await makeOperator(db, office.id)))).toEqual([
        [office.id, true, true],
        [leader.id, false, false],
      ]);
      const editor = await makePerson(db, [{ role: "editor", regionId: office.regionId }]);
      expect(told(await readOwnStreams(db, editor))).toContainEqual([office.id, true, true]);
      expect(await readOwnStreams(db, await makeCitizen(db))).toEqual([]);
    }),
  );

  test(
    "are open ones",
    inRollback(async (db) => {
      const leader = await makeLeader(db);
      const operator = await makeOperator(db, leader.officeId);
      await db.update(leaders).set({ closedAt: now.at });
      expect(told(await readOwnStreams(db, operator))).toEqual([[leader.officeId, true, false]]);
      await db.update(offices).set({ closedAt: now.at });
      expect(await readOwnStreams(db, operator)).toEqual([]);
    }),
  );
});

test(
  "somebody's own posts are those of the streams they speak on, not those they only draft for",
  inRollback(async (db) => {
    const leader = await makeLeader(db);
    const holder = await makeHolder(db, leader.id);
    const operator = await makeOperator(db, leader.officeId);
    const ofLeader = await makePost(db, { leaderId: leader.id });
    const ofOffice = await makePost(db, { officeId: leader.officeId });
    await makePost(db, { officeId: leader.officeId, state: "draft" });
    const ids = async (by: typeof holder) => (await readOwnPosts(db, by, {}, now)).posts.map(({ id }) => id);
    expect(await ids(holder)).toEqual([ofLeader.id]);
    expect(await ids(operator)).toEqual([ofOffice.id]);
    expect(await ids(await makeOperator(db))).toEqual([]);
  }),
);
