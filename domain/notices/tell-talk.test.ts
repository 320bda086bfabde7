import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { follows } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { writeComment } from "#domain/comments/write.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { relayed } from "#test/relayed.ts";
import { countUnread, listNotices } from "./read-notices.ts";
import { tellStreams } from "./tell-streams.ts";
import { tellTalk } from "./tell-talk.ts";

const now = on("2026-09-18");

const toldTo = async (db: Db, person: Person) =>
  (await listNotices(db, person)).notices.map(({ name, words, older, who }) => [
    name,
    words,
    who?.name ?? null,
    older.length,
  ]);

describe("telling who talks", () => {
  test(
    "of answers by others and by officials, gathered under what was answered; not of one's own",
    inRollback(async (db) => {
      const comment = await makeComment(db);
      const [other, office] = [await makeCitizen(db), await makeOffice(db)];
      const say = (actor: Person, body: string, replyTo: number, officeId?: number) =>
        writeComment(db, actor, { postId: comment.postId, replyTo, body, ...(officeId && { officeId }) }, now);
      const answer = await say(other, "我家也一样。", comment.id);
      await say(comment.author, "谢谢。", answer.id);
      await say(await makeOperator(db, office.id), "已派人去看。", comment.id, office.id);
      for (let twice = 0; twice < 2; twice += 1) await tellTalk(db, await relayed(db));
      expect(await toldTo(db, comment.author)).toEqual([["official", "已派人去看。", office.name, 1]]);
      expect(await toldTo(db, other)).toEqual([["reply", "谢谢。", comment.author.nickname, 0]]);
    }),
  );

  test(
    "and nobody without an account that is theirs",
    inRollback(async (db) => {
      const author = await makePerson(db, [], { historical: true });
      const comment = await makeComment(db, { by: author });
      const input = { postId: comment.postId, replyTo: comment.id, body: "后来修好了。" };
      await writeComment(db, await makeCitizen(db), input, now);
      await tellTalk(db, await relayed(db));
      expect(await toldTo(db, author)).toEqual([]);
    }),
  );
});

test(
  "who follows a stream finds its posts among their notices, without being rung; who came later does not",
  inRollback(async (db) => {
    const office = await makeOffice(db);
    const [follower, late] = [await makeCitizen(db), await makeCitizen(db)];
    const topic = `office:${office.slug}`;
    await db.insert(follows).values([
      { personId: follower.id, topic, at: on("2026-09-01").at },
      { personId: late.id, topic, at: on("2026-09-19").at },
    ]);
    await makePost(db, { officeId: office.id, body: "明日停水检修。", at: now });
    await tellStreams(db, await relayed(db));
    expect(await toldTo(db, follower)).toEqual([["post", "明日停水检修。", office.name, 0]]);
    expect(await toldTo(db, late)).toEqual([]);
    expect(await countUnread(db, follower)).toBe(0);
  }),
);
