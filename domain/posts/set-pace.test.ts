import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { readLog } from "#domain/moderation/read-log.ts";
import { castVote } from "#domain/votes/cast.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { readPost } from "./read-post.ts";
import { paceInput, setPace } from "./set-pace.ts";

const at = (time: string) => on("2026-09-18", time);

async function place(db: Db) {
  const region = await makeRegion(db);
  const office = await makeOffice(db, { regionId: region.id });
  await makeOffice(db, { regionId: region.id, triages: true });
  const operator = await makeOperator(db, office.id);
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: office.id, by: operator });
  return { region, office, operator, moderator, post };
}

const slow = (postId: number, minutes: 0 | 5 = 5, verifiedOnly = false) => ({ postId, minutes, verifiedOnly });

describe("slow mode", () => {
  test(
    "lets one person say one thing in five minutes, says when the next may come, and slows no official and nobody else",
    inRollback(async (db) => {
      const { operator, moderator, office, post } = await place(db);
      await setPace(db, operator, slow(post.id), at("09:30"));
      expect((await readPost(db, post.id, at("09:31")))?.post).toMatchObject({ slowSeconds: 300, verifiedOnly: false });
      const citizen = await makeCitizen(db);
      await makeComment(db, { postId: post.id, by: citizen, at: at("10:00") });
      const again = (time: string) =>
        makeComment(db, { postId: post.id, by: citizen, at: at(time) }).then(
          () => null,
          (error) => [error.key, error.details],
        );
      expect(await again("10:04")).toEqual(["comments.slow", { minutes: 5, at: at("10:05").at.getTime() }]);
      await makeComment(db, { postId: post.id, at: at("10:04") });
      for (const time of ["10:04", "10:04"]) {
        await makeComment(db, { postId: post.id, by: operator, officeId: office.id, at: at(time) });
      }
      expect(await again("10:05")).toBeNull();
      await makeComment(db, { by: citizen, at: at("10:06") });
      await setPace(db, moderator, slow(post.id, 0), at("10:06"));
      expect(await again("10:07")).toBeNull();
      expect((await readLog(db)).entries.map(({ act, pace, office: by }) => [act, pace?.seconds, by?.slug])).toEqual([
        ["post.pace", 0, expect.any(String)],
        ["post.pace", 300, office.slug],
      ]);
    }),
  );

  test(
    "is refused to everybody else, and set twice it says so once",
    inRollback(async (db) => {
      const { operator, post, region } = await place(db);
      const others = [
        await makeCitizen(db),
        await makeOperator(db, (await makeOffice(db, { regionId: region.id })).id),
        await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]),
      ];
      for (const actor of others) {
        await expect(setPace(db, actor, slow(post.id), at("09:30"))).rejects.toMatchObject({ key: "forbidden" });
      }
      await setPace(db, operator, slow(post.id), at("09:30"));
      await setPace(db, operator, slow(post.id), at("09:31"));
      expect((await readLog(db)).entries).toHaveLength(1);
      expect(paceInput.safeParse({ postId: post.id, minutes: "7" }).success).toBe(false);
    }),
  );
});

test(
  "a post for verified accounts takes no other votes, on itself and on its comments",
  inRollback(async (db) => {
    const { moderator, post } = await place(db);
    const { id } = await makeComment(db, { postId: post.id });
    await setPace(db, moderator, slow(post.id, 0, true), at("09:30"));
    const unverified = await makePerson(db, [], { verifiedAt: null });
    const vote = { target: "comment" as const, targetId: id, choice: 1 as const };
    await expect(castVote(db, unverified, vote, at("10:00"))).rejects.toMatchObject({ key: "votes.verifiedOnly" });
    await expect(
      castVote(db, unverified, { ...vote, target: "post", targetId: post.id }, at("10:00")),
    ).rejects.toMatchObject({ key: "votes.verifiedOnly" });
    expect(await castVote(db, await makeCitizen(db), vote, at("10:00"))).toMatchObject({ postId: post.id });
  }),
);
