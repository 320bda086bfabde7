import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { posts } from "#db/schema/index.ts";
import { makeOperator } from "#test/factories/people.ts";
import { makePost } from "#test/factories/posts.ts";
import { inRollback, ownDatabase } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { editPost, pinPost } from "./change.ts";
import { editDraft } from "./draft.ts";
import { readPost, readPostHistory } from "./read-post.ts";
import { readHome } from "./read-posts.ts";

const now = on("2026-09-18");

describe("a published post", () => {
  test(
    "can be changed only beside its earlier words",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const post = await makePost(db, { by: operator, officeId: operator.grants[0]!.officeId!, body: "停水两小时。" });
      await editPost(db, operator, { postId: post.id, body: "停水四小时。" }, on("2026-09-19"));
      expect(await readPostHistory(db, post.id, now)).toEqual([
        { body: "停水两小时。", until: on("2026-09-19").at },
        { body: "停水四小时。", until: null },
      ]);
      expect((await readPost(db, post.id, now))?.post).toMatchObject({ edited: true, body: "停水四小时。" });
      await expect(editPost(db, await makeOperator(db), { postId: post.id, body: "别的" }, now)).rejects.toMatchObject({
        key: "forbidden",
      });
      await expect(
        editDraft(db, operator, { postId: post.id, body: "偷偷改", prompts: [], images: [] }, now),
      ).rejects.toMatchObject({ key: "posts.alreadyPublished" });
    }),
  );
});

describe("lists of posts", () => {
  test(
    "go on behind the last one, in either order, without losing or repeating any",
    inRollback(async (db) => {
      const operator = await makeOperator(db);
      const officeId = operator.grants[0]!.officeId!;
      const made: number[] = [];
      for (let i = 0; i < 45; i += 1) {
        const at = on("2026-09-18", `09:0${i % 5}`);
        const post = await makePost(db, { by: operator, officeId, at });
        await db
          .update(posts)
          .set({ heat: (i % 4) / 10 })
          .where(eq(posts.id, post.id));
        made.push(post.id);
      }
      for (const sort of ["newest", "hottest"] as const) {
        const seen: number[] = [];
        for (let after: number | undefined; ; ) {
          const page = await readHome(db, { sort, after }, now);
          seen.push(...page.posts.map(({ id }) => id));
          if (page.next === null) break;
          after = page.next;
        }
        expect(seen).toHaveLength(45);
        expect(new Set(seen)).toEqual(new Set(made));
      }
    }),
  );
});

test("two who pin on one stream at once leave one pinned", async () => {
  const { db } = await ownDatabase();
  const operator = await makeOperator(db);
  const officeId = operator.grants[0]!.officeId!;
  const two = [await makePost(db, { by: operator, officeId }), await makePost(db, { by: operator, officeId })];
  await Promise.all(two.map(({ id }) => pinPost(db, operator, { postId: id }, now)));
  const rows = await db.select({ pinnedAt: posts.pinnedAt }).from(posts);
  expect(rows.filter(({ pinnedAt }) => pinnedAt !== null)).toHaveLength(1);
});
