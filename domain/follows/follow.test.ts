import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, follows, leaders, notices } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { listNotices } from "#domain/notices/read-notices.ts";
import { tellFollowers } from "#domain/notices/tell-followers.ts";
import { readTag } from "#domain/posts/read-tag.ts";
import { takeTags } from "#domain/posts/take-tags.ts";
import { eventsOf } from "#test/events-of.ts";
import { fourParts, makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeMailbox, makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeHandler } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { follow, readMyFollows } from "./follow.ts";
import { readFollowed } from "./read-followed.ts";

const now = on("2026-09-18");

const touch = (db: Db, ...subjects: string[]) =>
  takeTags(
    db,
    subjects.map((subject) => ({ subject }) as StampedEvent),
  );

const handleOf = async (db: Db, id: number) =>
  (await db.select({ handle: leaders.handle }).from(leaders).where(eq(leaders.id, id)))[0]!.handle;

describe("following", () => {
  test(
    "brings the posts of leaders and tags together, the newest first, and twice is once",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const leader = await makeLeader(db);
      const own = await makePost(db, { leaderId: leader.id, body: "今天去看水厂。" });
      const tagged = await makePost(db, { body: "#路灯# 修好了。" });
      await makePost(db, { body: "与此无关。" });
      await touch(db, `post:${own.id}`, `post:${tagged.id}`);
      const topics = [`leader:${await handleOf(db, leader.id)}`, "tag:路灯"];
      for (const topic of [...topics, ...topics]) await follow(db, person, { topic, follow: 1 }, now);
      const { posts, streams } = await readFollowed(db, person, undefined, now);
      expect(posts.map(({ id }) => id).sort()).toEqual([own.id, tagged.id].sort());
      expect(streams.map(({ kind }) => kind).sort()).toEqual(["leader", "tag"]);
      expect(await readMyFollows(db, person.id, [...topics, "office:none"])).toHaveLength(2);

      await follow(db, person, { topic: "tag:路灯", follow: 0 }, now);
      expect((await readFollowed(db, person, undefined, now)).posts.map(({ id }) => id)).toEqual([own.id]);
    }),
  );

  test(
    "a region brings what its offices say and the public letters from there and below, and nothing that is not public",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const county = await makeRegion(db, await makeRegion(db));
      const town = await makeRegion(db, county);
      const office = await makeOffice(db, { regionId: town.id });
      const post = await makePost(db, { officeId: office.id, body: "镇里的桥修好了。" });
      await makePost(db, { body: "别处的事。" });
      const mailboxId = (await makeMailbox(db, { officeId: office.id })).id;
      const open = await makeLetter(db, { state: "accepted", mailboxId });
      await makeLetter(db, { state: "accepted", mailboxId, visibility: "handlers" });
      await makeLetter(db, { state: "accepted", mailboxId, kind: "accusation" });
      await makeLetter(db, { state: "accepted" });
      await follow(db, person, { topic: `region:${county.slug}`, follow: 1 }, now);
      const page = await readFollowed(db, person, undefined, now);
      expect(page.posts.map(({ id }) => id)).toEqual([post.id]);
      expect(page.letters.map(({ number }) => number)).toEqual([open.number]);
      expect(page.streams).toMatchObject([{ kind: "region", slug: county.slug }]);
    }),
  );

  test(
    "is refused to nobody, and of what is not there or may not be known",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const office = await makeOffice(db);
      const accusation = await makeLetter(db, { kind: "accusation", accusedOfficeId: office.id });
      for (const topic of [
        "leader:nobody",
        "office:nowhere",
        "region:nowhere",
        "tag:没人说过",
        `letter:${accusation.number}`,
      ]) {
        await expect(follow(db, person, { topic, follow: 1 }, now), topic).rejects.toMatchObject({
          key: "follows.nothingThere",
        });
      }
      await expect(follow(db, nobody, { topic: `office:${office.slug}`, follow: 1 }, now)).rejects.toMatchObject({
        key: "signInFirst",
      });
      expect(await db.$count(follows)).toBe(0);
    }),
  );

  test(
    "a letter tells its followers of public steps in what is public of it, once; its writer hears as its writer",
    inRollback(async (db) => {
      const [author, reader] = [await makeCitizen(db), await makeCitizen(db)];
      const letter = await makeLetter(db, { author, state: "assigned", title: "楼下路灯不亮" });
      for (const person of [author, reader])
        await follow(db, person, { topic: `letter:${letter.number}`, follow: 1 }, now);
      await answerLetter(
        db,
        await makeHandler(db, letter.leadOfficeId),
        { letterId: letter.id, ...fourParts } as never,
        now,
      );
      const told = (await eventsOf(db, letter)).filter(
        ({ what }) => what === "letter.answer",
      ) as never as StampedEvent[];
      await tellFollowers(db, told);
      await tellFollowers(db, told);
      const { notices: heard } = await listNotices(db, reader);
      expect(heard).toMatchObject([
        { name: "answer", kind: "followed", number: letter.number, title: letter.publicTitle },
      ]);
      expect(await db.$count(notices, eq(notices.personId, author.id))).toBe(0);
    }),
  );

  test(
    "a tag's page loses what was hidden",
    inRollback(async (db) => {
      const comment = await makeComment(db, { body: "#路灯# 还没修。" });
      await touch(db, `comment:${comment.id}`);
      expect((await readTag(db, "路灯", null, now))!.hits).toHaveLength(1);
      await db.update(comments).set({ hiddenAt: now.at }).where(eq(comments.id, comment.id));
      expect((await readTag(db, "路灯", null, now))!.hits).toHaveLength(0);
      await touch(db, `comment:${comment.id}`);
      expect(await readTag(db, "路灯", null, now)).toBeNull();
    }),
  );
});
