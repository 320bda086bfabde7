import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { readThread } from "#domain/comments/read-thread.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { dropTheme, mergeThemes, moveAnswer, renameTheme } from "./correct.ts";
import { groupAnswers } from "./group.ts";
import { readThemes, readThemesToCorrect } from "./read-themes.ts";

const now = on("2026-09-18", "12:00");

/** A solicitation whose answers speak of lamps and of covers, and one of neither. */
async function asked(db: Db) {
  const post = await makePost(db, { prompts: ["先修哪处", "怎么保持"] });
  const operator = await makeOperator(db, post.stream.officeId);
  const answer = async (body: string, prompt = 0) => (await makeComment(db, { postId: post.id, body, prompt })).id;
  const ids = [];
  for (const body of ["南门路灯坏", "小区路灯不亮", "井盖松", "路口井盖响", "公厕关门"]) ids.push(await answer(body));
  await groupAnswers(db, post.id, now);
  const seen = async () =>
    (await readThemes(db, post.id)).map(({ name, count, examples }) => [name, count, examples.map(({ id }) => id)]);
  const theme = async (name: string) => (await readThemes(db, post.id)).find((one) => one.name === name)!.id;
  return { post, postId: post.id, operator, ids, answer, seen, theme };
}

describe("the themes of a solicitation", () => {
  test(
    "show how many answers speak of what, with the most supported ones, and lead to them",
    inRollback(async (db) => {
      const { postId, ids, seen, theme, answer } = await asked(db);
      const [a, b, c, d] = ids as [number, number, number, number];
      expect(await seen()).toEqual([
        ["路灯", 2, [a, b]],
        ["井盖", 2, [c, d]],
      ]);
      const only = await readThread(db, postId, { theme: await theme("井盖") }, now);
      expect(only!.threads.map(({ comment }) => comment.id).toSorted()).toEqual([c, d]);
      const later = await answer("东门路灯也坏");
      const other = await answer("南门路灯坏", 1);
      await groupAnswers(db, postId, now);
      expect(await seen()).toEqual([
        ["路灯", 3, [a, b]],
        ["井盖", 2, [c, d]],
      ]);
      expect([later, other]).toHaveLength(2);
    }),
  );

  test(
    "leave out what was hidden, and tell of themselves only when something has changed",
    inRollback(async (db) => {
      const { post, postId, ids, seen } = await asked(db);
      const told = () => db.select({ id: events.id }).from(events).where(eq(events.what, "themes.group"));
      expect(await told()).toHaveLength(1);
      await groupAnswers(db, postId, now);
      expect(await told()).toHaveLength(1);
      const moderator = await makePerson(db, [{ role: "moderator", regionId: post.stream.regionId }]);
      await hideComment(db, moderator, { commentId: ids[0]!, code: "advertising" }, now);
      await groupAnswers(db, postId, now);
      expect(await seen()).toEqual([["井盖", 2, [ids[2], ids[3]]]]);
      expect(await told()).toHaveLength(2);
    }),
  );
});

describe("what staff have said about themes stands", () => {
  test(
    "renamed, merged, dropped, moved: also when the answers are grouped anew",
    inRollback(async (db) => {
      const { postId, operator, ids, answer, seen, theme } = await asked(db);
      const [a, b, c, d, e] = ids as [number, number, number, number, number];
      await renameTheme(db, operator, { postId, themeId: await theme("路灯"), name: " 照明 " }, now);
      await moveAnswer(db, operator, { postId, commentId: e, themeId: null, name: "环境卫生" }, now);
      await moveAnswer(db, operator, { postId, commentId: b, themeId: await theme("井盖"), name: "" }, now);
      await moveAnswer(db, operator, { postId, commentId: d, themeId: null, name: "" }, now);
      const f = await answer("西街路灯坏");
      await groupAnswers(db, postId, now);
      expect(await seen()).toEqual([
        ["照明", 2, [a, f]],
        ["井盖", 2, [b, c]],
        ["环境卫生", 1, [e]],
      ]);
      await mergeThemes(db, operator, { postId, themeId: await theme("照明"), intoId: await theme("井盖") }, now);
      await dropTheme(db, operator, { postId, themeId: await theme("环境卫生") }, now);
      await answer("公厕关门");
      await answer("北门路灯坏");
      await groupAnswers(db, postId, now);
      expect((await seen()).map(([name, count]) => [name, count])).toEqual([
        ["井盖", 5],
        ["公厕关门", 2],
      ]);
      const by = await db
        .select({ what: events.what, office: events.officeId })
        .from(events)
        .where(eq(events.personId, operator.id));
      expect(by.filter(({ what }) => what.startsWith("themes."))).toHaveLength(6);
    }),
  );

  test(
    "and is for those who write on the stream; anybody else finds nothing to correct",
    inRollback(async (db) => {
      const { postId, operator, ids, theme } = await asked(db);
      const [one, other] = [await theme("路灯"), await theme("井盖")];
      for (const actor of [await makeOperator(db), await makeCitizen(db)]) {
        const tried = [
          () => renameTheme(db, actor, { postId, themeId: one, name: "照明" }, now),
          () => mergeThemes(db, actor, { postId, themeId: one, intoId: other }, now),
          () => dropTheme(db, actor, { postId, themeId: one }, now),
          () => moveAnswer(db, actor, { postId, commentId: ids[0]!, themeId: other, name: "" }, now),
        ];
        for (const refused of tried) await expect(refused()).rejects.toMatchObject({ key: "forbidden" });
        expect(await readThemesToCorrect(db, actor, postId)).toBeNull();
      }
      expect(await readThemesToCorrect(db, nobody, postId)).toBeNull();
      expect(await readThemesToCorrect(db, operator, postId)).toMatchObject({
        themes: [{ name: "路灯" }, { name: "井盖" }],
        free: [{ id: ids[4], prompt: 0 }],
      });
    }),
  );

  test(
    "is refused in words where it makes no sense",
    inRollback(async (db) => {
      const { postId, operator, ids, answer, theme } = await asked(db);
      const [a, b] = [await answer("挂牌子", 1), await answer("挂牌子好", 1)];
      await groupAnswers(db, postId, now);
      const [lamps, covers, signs] = [await theme("路灯"), await theme("井盖"), await theme("挂牌子")];
      const elsewhere = await asked(db);
      const theirs = await elsewhere.theme("路灯");
      const wrong = [
        [() => renameTheme(db, operator, { postId, themeId: lamps, name: "井盖" }, now), "themes.nameTaken"],
        [() => renameTheme(db, operator, { postId, themeId: lamps, name: "\u200B" }, now), "themes.nameMissing"],
        [() => renameTheme(db, operator, { postId, themeId: lamps, name: "灯".repeat(21) }, now), "themes.nameTooLong"],
        [() => renameTheme(db, operator, { postId, themeId: theirs, name: "灯" }, now), "themes.missing"],
        [() => mergeThemes(db, operator, { postId, themeId: lamps, intoId: signs }, now), "themes.cannotMerge"],
        [() => mergeThemes(db, operator, { postId, themeId: lamps, intoId: lamps }, now), "themes.cannotMerge"],
        [() => moveAnswer(db, operator, { postId, commentId: a, themeId: covers, name: "" }, now), "themes.missing"],
        [
          () => moveAnswer(db, operator, { postId, commentId: elsewhere.ids[0]!, themeId: covers, name: "" }, now),
          "themes.noSuchAnswer",
        ],
      ] as const;
      for (const [refused, key] of wrong) await expect(refused()).rejects.toMatchObject({ key });
      expect([b, ids[0]]).toHaveLength(2);
    }),
  );
});
