import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events, mentions, notices } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { declineMentions } from "./decline.ts";
import { findMentioned } from "./find-mentioned.ts";
import { listMentions } from "./list-mentions.ts";
import { beginningsOf, markedIn } from "./marked.ts";
import { mentionsOf } from "./shown.ts";
import { takeMentions } from "./take-mentions.ts";

const now = on("2026-09-18");
const ofPerson = { of: "person", after: null } as const;
const ofDesk = { of: "desk", after: null } as const;

/** As the relay hands them on: the events of one subject, from the first. */
async function touch(db: Db, subject: string): Promise<void> {
  const rows = await db.select().from(events).where(eq(events.subject, subject)).orderBy(asc(events.id));
  await takeMentions(db, rows as StampedEvent[]);
}

describe("an @", () => {
  test("is followed by a name, and by none in an address", () => {
    expect(markedIn("请@市交通运输局 看看，＠市长。")).toEqual(["市交通运输局", "市长"]);
    expect(markedIn("写给 a@b.example，或者 @")).toEqual([]);
    expect(beginningsOf("市长好")).toEqual(["市长好", "市长"]);
  });

  test("of which there are a thousand counts ten times", () => {
    expect(markedIn("@甲乙 ".repeat(1_000))).toHaveLength(10);
    expect(beginningsOf("长".repeat(30))).toHaveLength(29);
  });
});

describe("a name behind an @", () => {
  test(
    "is a position's, an office's or a citizen's, the longest that fits; nobody's and several people's is plain text",
    inRollback(async (db) => {
      const office = await makeOffice(db, { name: "河源市交通运输局", shortName: "市交通运输局" });
      const leader = await makeLeader(db, { officeId: office.id, title: "市长" });
      await makeLeader(db, { title: "县长" });
      await makeLeader(db, { title: "县长" });
      const citizen = await makeCitizen(db);
      const text = `@市交通运输局请看，＠市长 @${citizen.nickname} @县长 @没有这个人 @市长`;
      const none = { leaderId: null, officeId: null, personId: null };
      expect(await findMentioned(db, text)).toEqual([
        { ...none, name: "市交通运输局", officeId: office.id },
        { ...none, name: "市长", leaderId: leader.id },
        { ...none, name: citizen.nickname, personId: citizen.id },
      ]);
    }),
  );

  test(
    "leads from a comment to the office, marks the citizen, and tells them once, however often it is hidden and shown",
    inRollback(async (db) => {
      const office = await makeOffice(db, { name: "市水务局", shortName: "市水务局" });
      const citizen = await makeCitizen(db);
      const comment = await makeComment(db, { body: `@市水务局 @${citizen.nickname} 还没有水。` });
      const subject = `comment:${comment.id}`;
      await touch(db, subject);
      await touch(db, subject);
      expect((await mentionsOf(db, "comment", [comment.id]))(comment.id)).toEqual(
        expect.arrayContaining([
          { name: "市水务局", href: `/offices/${office.slug}` },
          { name: citizen.nickname, href: null },
        ]),
      );
      await db.update(comments).set({ hiddenAt: now.at, hiddenCode: "abuse" }).where(eq(comments.id, comment.id));
      await touch(db, subject);
      expect(await db.$count(mentions)).toBe(0);
      await db.update(comments).set({ hiddenAt: null }).where(eq(comments.id, comment.id));
      await touch(db, subject);
      expect(await db.$count(mentions)).toBe(2);
      expect(await db.$count(notices, eq(notices.personId, citizen.id))).toBe(1);
    }),
  );

  test(
    "tells nobody of themselves, and nobody who does not want to be named",
    inRollback(async (db) => {
      const [author, quiet] = [await makeCitizen(db), await makeCitizen(db)];
      await declineMentions(db, quiet, { declined: 1 }, now);
      const comment = await makeComment(db, { by: author, body: `@${author.nickname} @${quiet.nickname} 好。` });
      await touch(db, `comment:${comment.id}`);
      expect(await db.select({ personId: mentions.personId }).from(mentions)).toEqual([{ personId: author.id }]);
      expect(await db.$count(notices)).toBe(0);
      await declineMentions(db, author, { declined: 1 }, now);
      expect(await db.$count(mentions)).toBe(0);
      await declineMentions(db, author, { declined: 0 }, now);
      await touch(db, `comment:${comment.id}`);
      expect(await db.$count(mentions)).toBe(1);
    }),
  );

  test(
    "stands on the desk of the office and of nobody else, in posts, updates and comments",
    inRollback(async (db) => {
      const office = await makeOffice(db, { name: "市城管局", shortName: "市城管局" });
      const [operator, other] = [await makeOperator(db, office.id), await makeOperator(db)];
      const post = await makePost(db, { by: other, officeId: other.grants[0]!.officeId!, body: "请 @市城管局 来看。" });
      const comment = await makeComment(db, { postId: post.id, body: "@市城管局 快来。" });
      const as = { officeId: other.grants[0]!.officeId! };
      const update = await addUpdate(db, other, { postId: post.id, body: "谢谢 @市城管局。", images: [], as }, now);
      for (const subject of [`post:${post.id}`, `comment:${comment.id}`, `update:${update.id}`])
        await touch(db, subject);
      const { hits } = await listMentions(db, operator, ofDesk, now);
      expect(hits.map(({ kind }) => kind).sort()).toEqual(["comment", "post", "post"]);
      expect((await listMentions(db, other, ofDesk, now)).hits).toEqual([]);
      expect((await listMentions(db, operator, ofPerson, now)).hits).toEqual([]);
    }),
  );

  test(
    "is listed to nobody who is not signed in, on no desk of a citizen, and no office may decline",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      await expect(listMentions(db, nobody, ofPerson, now)).rejects.toMatchObject({ key: "signInFirst" });
      await expect(listMentions(db, await makeCitizen(db), ofDesk, now)).rejects.toMatchObject({ key: "forbidden" });
      await expect(declineMentions(db, operator, { declined: 1 }, now)).rejects.toMatchObject({ key: "forbidden" });
    }),
  );

  test(
    "goes on page by page without a gap",
    inRollback(async (db) => {
      const citizen = await makeCitizen(db);
      const post = await makePost(db);
      const written = [];
      for (let n = 0; n < 23; n += 1) {
        const comment = await makeComment(db, { postId: post.id, body: `第${n}次 @${citizen.nickname}` });
        written.push(comment.id);
        await touch(db, `comment:${comment.id}`);
      }
      const first = await listMentions(db, citizen, ofPerson, now);
      const second = await listMentions(db, citizen, { of: "person", after: first.next }, now);
      const seen = [...first.hits, ...second.hits].map((hit) => (hit as { id: number }).id);
      expect(seen.toSorted((a, b) => a - b)).toEqual(written.toSorted((a, b) => a - b));
      expect(second.next).toBeNull();
    }),
  );
});
