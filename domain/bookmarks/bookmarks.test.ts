import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { bookmarks, comments, events } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { makeLetter } from "#test/factories/letters.ts";
import { makeOffice } from "#test/factories/offices.ts";
import { makeCitizen } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { instant, on } from "#test/on.ts";
import { keepBookmark } from "./keep.ts";
import { listBookmarks, readMyBookmarks } from "./read-bookmarks.ts";

const now = on("2026-09-18");
const later = (minute: number) => ({
  ...now,
  at: new Date(instant("2026-09-18", "10:00").getTime() + minute * 60_000),
});

describe("a bookmark", () => {
  test(
    "is kept once, of a post, a comment and a letter, the newest first, and leaves no trace for others",
    inRollback(async (db) => {
      const [person, other] = [await makeCitizen(db), await makeCitizen(db)];
      const comment = await makeComment(db, { body: "四楼以上没有水。" });
      const letter = await makeLetter(db, { state: "accepted" });
      const before = await db.$count(events);
      const whats = [`post:${comment.postId}`, `comment:${comment.id}`, `letter:${letter.number}`];
      for (const [minute, what] of whats.entries()) {
        await keepBookmark(db, person, { what, keep: 1 }, later(minute));
        await keepBookmark(db, person, { what, keep: 1 }, later(minute + 5));
      }
      const { bookmarks: kept } = await listBookmarks(db, person, null, now);
      expect(kept.map(({ what }) => what)).toEqual(whats.toReversed());
      expect(kept[1]!.said!.excerpt.map(({ text }) => text).join("")).toBe("四楼以上没有水。");
      expect(kept[0]!.letter!.open!.title).toBe(letter.publicTitle);
      expect((await readMyBookmarks(db, person, whats)).toSorted()).toEqual(whats.toSorted());
      expect(await readMyBookmarks(db, other, whats)).toEqual([]);
      expect((await listBookmarks(db, other, null, now)).bookmarks).toEqual([]);
      expect(await db.$count(events)).toBe(before);
      await keepBookmark(db, person, { what: whats[1]!, keep: 0 }, now);
      expect((await listBookmarks(db, person, null, now)).bookmarks).toHaveLength(2);
    }),
  );

  test(
    "of what was hidden since says so, shows none of its words, and can be let go of",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const comment = await makeComment(db, { body: "不该在这里的话。" });
      const what = `comment:${comment.id}`;
      await keepBookmark(db, person, { what, keep: 1 }, now);
      await db.update(comments).set({ hiddenAt: now.at, hiddenCode: "abuse" }).where(eq(comments.id, comment.id));
      const page = await listBookmarks(db, person, null, now);
      expect(page.bookmarks).toMatchObject([{ what, said: null, letter: null }]);
      expect(JSON.stringify(page)).not.toContain("不该");
      await keepBookmark(db, person, { what, keep: 0 }, now);
      expect(await db.$count(bookmarks)).toBe(0);
      await expect(keepBookmark(db, person, { what, keep: 1 }, now)).rejects.toMatchObject({
        key: "bookmarks.nothingThere",
      });
    }),
  );

  test(
    "is refused to nobody, and of what is not there or may not be known",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const office = await makeOffice(db);
      const accusation = await makeLetter(db, { kind: "accusation", accusedOfficeId: office.id });
      const draft = await makePost(db, { state: "draft" });
      for (const what of ["post:999999999", `post:${draft.id}`, "comment:999999999", `letter:${accusation.number}`]) {
        await expect(keepBookmark(db, person, { what, keep: 1 }, now), what).rejects.toMatchObject({
          key: "bookmarks.nothingThere",
        });
      }
      const post = await makePost(db);
      await expect(keepBookmark(db, nobody, { what: `post:${post.id}`, keep: 1 }, now)).rejects.toMatchObject({
        key: "signInFirst",
      });
      await expect(listBookmarks(db, nobody, null, now)).rejects.toMatchObject({ key: "signInFirst" });
    }),
  );

  test(
    "stands on one of several pages, without a gap",
    inRollback(async (db) => {
      const person = await makeCitizen(db);
      const post = await makePost(db);
      const whats = [];
      for (let n = 0; n < 23; n += 1) {
        const { id } = await makeComment(db, { postId: post.id });
        whats.push(`comment:${id}`);
        await keepBookmark(db, person, { what: `comment:${id}`, keep: 1 }, now);
      }
      const first = await listBookmarks(db, person, null, now);
      const second = await listBookmarks(db, person, first.next, now);
      expect([...first.bookmarks, ...second.bookmarks].map(({ what }) => what).toSorted()).toEqual(whats.toSorted());
      expect(second.next).toBeNull();
    }),
  );
});
