import { expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import type { Person } from "#domain/access/actor.ts";
import { closeAppeal } from "#domain/appeals/close.ts";
import { pledge } from "#domain/appeals/pledge.ts";
import { verifyAppeal } from "#domain/appeals/verify.ts";
import { flag } from "#domain/flags/flag.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { confirmed, makeAppeal } from "#test/factories/appeals.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { relayed } from "#test/relayed.ts";
import { listNotices } from "./read-notices.ts";
import { tellOutcomes } from "./tell-outcomes.ts";

const now = on("2026-09-18");
const later = on("2026-09-19");

const toldTo = async (db: Db, person: Person) =>
  (await listNotices(db, person)).notices.map(({ name, words, older, path }) => [name, words, older.length, path]);

test(
  "whoever raised an appeal hears that it was confirmed, whoever gives how it ended, and nobody of their own acts",
  inRollback(async (db) => {
    const { postId, author, operator } = await makeAppeal(db, { state: "raised" });
    await verifyAppeal(db, operator, { postId, ...confirmed }, now);
    for (let twice = 0; twice < 2; twice += 1) await tellOutcomes(db, await relayed(db));
    const [told] = await toldTo(db, author);
    expect(told).toEqual(["appealVerify", expect.stringContaining(confirmed.need), 0, `/posts/${postId}`]);

    const [giver, other] = [await makeCitizen(db), await makeCitizen(db)];
    await pledge(db, giver, { postId, amount: "50", things: "" }, later);
    await closeAppeal(db, author, { postId, words: "已交给家人，谢谢大家。" }, later);
    await tellOutcomes(db, await relayed(db));
    expect(await toldTo(db, giver)).toEqual([["appealClose", "已交给家人，谢谢大家。", 0, `/posts/${postId}`]]);
    expect((await toldTo(db, author)).map(([name]) => name)).toEqual(["appealVerify"]);
    expect(await toldTo(db, other)).toEqual([]);
  }),
);

test(
  "whoever reported something hears that it was decided, where they find what; whoever wrote it does not",
  inRollback(async (db) => {
    const region = await makeRegion(db);
    await makeOffice(db, { regionId: region.id, triages: true });
    const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
    const post = await makePost(db, { officeId: (await makeOffice(db, { regionId: region.id })).id });
    const comment = await makeComment(db, { postId: post.id });
    const reporter = await makeCitizen(db);
    await flag(db, reporter, { of: `comment:${comment.id}`, reason: "insult", words: "" }, now);
    await hideComment(db, moderator, { commentId: comment.id, code: "insult" }, now);
    await tellOutcomes(db, await relayed(db));
    expect(await toldTo(db, reporter)).toEqual([["flagSettle", null, 0, "/me/reports"]]);
    expect(await toldTo(db, comment.author)).toEqual([]);
  }),
);
