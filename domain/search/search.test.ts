import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, letters, offices, posts, searchDocuments } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeLeader, makeOffice } from "#test/factories/offices.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { countFacets, mostCounted } from "./facets.ts";
import { findNames } from "./find-names.ts";
import { soughtIn } from "./grams.ts";
import { indexEvents } from "./index-events.ts";
import { whyNothing } from "./input.ts";
import { search } from "./search.ts";

const now = on("2026-09-18");

const touch = (db: Db, ...subjects: string[]) =>
  indexEvents(
    db,
    subjects.map((subject) => ({ subject }) as StampedEvent),
  );

const kindsFound = async (db: Db, q: string, more: object = {}) =>
  (await search(db, { q, ...more }, now)).hits.map(({ kind }) => kind);

describe("looking for words", () => {
  test(
    "finds posts, comments and letters that have them, the newest first, with what was found marked",
    inRollback(async (db) => {
      const post = await makePost(db, { body: "今年改造供水管网。" });
      const comment = await makeComment(db, { postId: post.id, body: "四楼以上水压不足。" });
      const letter = await makeLetter(db, { state: "accepted", body: "水压不足已经三年。" });
      await touch(db, `post:${post.id}`, `comment:${comment.id}`, `letter:${letter.id}`);
      const { hits } = await search(db, { q: "水压不足" }, now);
      expect(hits.map(({ kind }) => kind).sort()).toEqual(["comment", "letter"]);
      for (const hit of hits)
        expect(hit.excerpt.filter((piece) => piece.hit).map(({ text }) => text)).toEqual(["水压不足"]);
      expect(await kindsFound(db, "供水")).toEqual(["post"]);
      expect(await kindsFound(db, "水压 四楼")).toEqual(["comment"]);
      // Its grams all stand in the text, it does not.
      expect(await kindsFound(db, "水压不压")).toEqual([]);
    }),
  );

  test(
    "finds nothing that is hidden, withdrawn from the public or an accusation: neither before the index knows nor after",
    inRollback(async (db) => {
      const post = await makePost(db, { body: "水压不足。" });
      const comment = await makeComment(db, { postId: post.id, body: "水压不足。" });
      const letter = await makeLetter(db, { state: "accepted", body: "水压不足。" });
      const all = [`post:${post.id}`, `comment:${comment.id}`, `letter:${letter.id}`];
      await touch(db, ...all);
      expect((await kindsFound(db, "水压")).length).toBe(3);

      await db.update(letters).set({ hiddenAt: now.at, hiddenCode: "personal" }).where(eq(letters.id, letter.id));
      await db.update(posts).set({ hiddenAt: now.at, hiddenCode: "personal" }).where(eq(posts.id, post.id));
      expect(await kindsFound(db, "水压")).toEqual([]);
      await touch(db, ...all);
      expect(await db.$count(searchDocuments)).toBe(0);

      await db.update(posts).set({ hiddenAt: null }).where(eq(posts.id, post.id));
      await db.update(comments).set({ hiddenAt: now.at }).where(eq(comments.id, comment.id));
      await touch(db, ...all);
      expect(await kindsFound(db, "水压")).toEqual(["post"]);

      const accusation = await makeLetter(db, {
        kind: "accusation",
        state: "accepted",
        body: "水压被人调低。",
      });
      await touch(db, `letter:${accusation.id}`);
      expect(await kindsFound(db, "水压")).toEqual(["post"]);
    }),
  );

  test(
    "goes on page by page without a gap, and is narrowed by kind, office and year",
    inRollback(async (db) => {
      const post = await makePost(db, { body: "路灯。" });
      const other = await makePost(db, { body: "路灯。" });
      const written = [];
      for (let n = 0; n < 45; n += 1) written.push(await makeComment(db, { postId: post.id, body: `第${n}盏路灯。` }));
      await touch(db, `post:${post.id}`, `post:${other.id}`, ...written.map(({ id }) => `comment:${id}`));
      const seen: number[] = [];
      for (let after: string | undefined; ; ) {
        const page = await search(db, { q: "路灯", kind: "comment", after }, now);
        seen.push(...page.hits.map((hit) => (hit as { id: number }).id));
        if (!page.next) break;
        after = page.next;
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(written.map(({ id }) => id).toSorted((a, b) => a - b));
      const [office] = await db
        .select({ slug: offices.slug })
        .from(offices)
        .innerJoin(posts, eq(posts.officeId, offices.id))
        .where(eq(posts.id, other.id));
      expect(await kindsFound(db, "路灯", { office: office!.slug })).toEqual(["post"]);
      expect(await kindsFound(db, "路灯", { year: 2001 })).toEqual([]);
    }),
  );
});

test(
  "a letter is found by what was answered, in plain words",
  inRollback(async (db) => {
    const letter = await makeLetter(db, { state: "answered" });
    await touch(db, `letter:${letter.id}`);
    const [hit] = (await search(db, { q: "老旧管段" }, now)).hits;
    expect(hit!.excerpt.map(({ text }) => text).join("")).toContain("已更换老旧管段。");
    expect(JSON.stringify(hit!.excerpt)).not.toContain("facts");
  }),
);

test(
  "offices and leaders are found by name, pinyin and initials, closed ones not",
  inRollback(async (db) => {
    const office = await makeOffice(db, { name: "河源市城市管理局", shortName: "市城管局" });
    const leader = await makeLeader(db, { officeId: office.id, title: "市城市管理局局长" });
    await touch(db, `office:${office.id}`, `leader:${leader.id}`);
    const found = async (typed: string) => (await findNames(db, typed, 6)).map(({ kind }) => kind).sort();
    expect(await found("城市管理")).toEqual(["leader", "office"]);
    expect(await found("CSGLJ")).toEqual(["leader", "office"]);
    expect(await found("chengguan")).toEqual(["office"]);
    expect(await found("城")).toEqual([]);
    await db.update(offices).set({ closedAt: now.at }).where(eq(offices.id, office.id));
    await touch(db, `office:${office.id}`);
    expect(await found("城管")).toEqual([]);
  }),
);

describe("how many there are of each choice", () => {
  test(
    "is counted beside the other choices, a region with all below it, and exactly where it can be",
    inRollback(async (db) => {
      const [post, other] = [await makePost(db, { body: "路灯。" }), await makePost(db, { body: "路灯坏了。" })];
      const comment = await makeComment(db, { postId: post.id, body: "路灯还没修。" });
      await touch(db, `post:${post.id}`, `post:${other.id}`, `comment:${comment.id}`);
      const sought = soughtIn("路灯")!;
      const facets = await countFacets(db, sought, { q: "路灯" });
      expect(facets).toMatchObject({ exact: true, all: 3, kind: { post: 2, comment: 1 } });
      const [first, second] = facets.offices.map(({ slug }) => slug);
      expect(facets.office[first!]! + facets.office[second!]!).toBe(3);
      expect(Object.values(facets.region).reduce((sum, n) => sum + n)).toBeGreaterThanOrEqual(3);
      const chosen = await countFacets(db, sought, { q: "路灯", kind: "comment" });
      expect(chosen).toMatchObject({ all: 3, kind: { post: 2, comment: 1 } });
      expect(Object.values(chosen.office)).toEqual([1]);
    }),
  );

  test(
    "is the least there is where there are more than are counted",
    inRollback(async (db) => {
      const post = await makePost(db, { body: "路灯。" });
      await touch(db, `post:${post.id}`);
      await db.execute(sql`insert into search_documents (kind, of_id, at, office_id, region_id, text, grams)
        select 'comment', 1000000 + n, at, office_id, region_id, text, grams
        from search_documents, generate_series(1, ${mostCounted}) n where kind = 'post' and of_id = ${post.id}`);
      const facets = await countFacets(db, soughtIn("路灯")!, { q: "路灯" });
      expect(facets).toMatchObject({ exact: false, all: mostCounted + 1 });
    }),
  );
});

test.each([
  ["", "begin"],
  ["水", "short"],
  ["，。！？", "signs"],
  ["水压".repeat(500), "long"],
])("%j is nothing to look for, and it is known why", (q, why) =>
  inRollback(async (db) => {
    expect((await search(db, { q }, now)).sought).toBeNull();
    expect(whyNothing(q)).toBe(why);
  })(),
);
