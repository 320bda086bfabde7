import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.ts";
import { comments, events } from "#db/schema/index.ts";
import { writeComment } from "#domain/comments/write.ts";
import { hideComment } from "#domain/moderation/moderate.ts";
import { readQueue } from "#domain/moderation/read-queue.ts";
import { makeOffice, makeRegion } from "#test/factories/offices.ts";
import { makeCitizen, makeOperator, makePerson } from "#test/factories/people.ts";
import { makeComment, makePost } from "#test/factories/posts.ts";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { tryRule } from "./dry-run.ts";
import { endRule, listRules, startRule, writeRule } from "./rules.ts";

const now = on("2026-09-18", "11:00");

async function place(db: Db) {
  const region = await makeRegion(db);
  const office = await makeOffice(db, { regionId: region.id });
  const moderator = await makePerson(db, [{ role: "moderator", regionId: region.id }]);
  const post = await makePost(db, { officeId: office.id });
  const say = async (body: string, anyway?: boolean, postId = post.id) =>
    writeComment(db, await makeCitizen(db), { postId, body, ...(anyway !== undefined && { anyway }) }, now).then(
      ({ id }) => id,
      (error) => error.key as string,
    );
  const rule = async (words: string, effect: "mark" | "caution" | "refuse") => {
    const ruleId = await writeRule(db, moderator, { region: region.slug, words, effect }, now);
    await startRule(db, moderator, { ruleId }, now);
    return ruleId;
  };
  return { region, office, moderator, post, say, rule };
}

describe("a word rule", () => {
  test(
    "refuses plain advertising however it is spelt, in its region and below, as long as it is on",
    inRollback(async (db) => {
      const { region, moderator, say, rule } = await place(db);
      const ruleId = await rule("加微信", "refuse");
      expect(await say("低价办证，加 薇*信")).toBe("comments.advertising");
      expect(await say("低价办证，加微信", true)).toBe("comments.advertising");
      const county = await makeRegion(db, region);
      const below = await makePost(db, { officeId: (await makeOffice(db, { regionId: county.id })).id });
      expect(await say("加微信", false, below.id)).toBe("comments.advertising");
      expect(await say("加微信", false, (await makePost(db)).id)).toEqual(expect.any(Number));
      await endRule(db, moderator, { ruleId }, now);
      expect(await say("低价办证，加微信")).toEqual(expect.any(Number));
    }),
  );

  test(
    "that cautions asks once and lets through what is meant; words of danger to life are asked about without a rule",
    inRollback(async (db) => {
      const { say, rule, office, post } = await place(db);
      await rule("骗子", "caution");
      expect(await say("都是骗子", false)).toBe("comments.caution");
      expect(await say("都是骗 子", true)).toEqual(expect.any(Number));
      expect(await say("楼下着火了", false)).toBe("comments.danger");
      expect(await say("楼下着火了", true)).toEqual(expect.any(Number));
      expect(await say("都是骗子，着火了")).toEqual(expect.any(Number));
      const operator = await makeOperator(db, office.id);
      const reply = { postId: post.id, officeId: office.id, body: "着火的事已经处理，不是骗子。", anyway: false };
      expect(await writeComment(db, operator, reply, now)).toMatchObject({ postId: post.id });
    }),
  );

  test(
    "that marks lets a comment through at once and puts it first in the queue",
    inRollback(async (db) => {
      const { moderator, say, rule } = await place(db);
      await rule("贷款", "mark");
      const plain = await say("路灯不亮");
      const marked = await say("低息贷款，当天到账");
      expect((await readQueue(db, moderator, {}, now)).comments.map(({ id }) => id)).toEqual([marked, plain]);
    }),
  );

  test(
    "is tried on the last thirty days before it is switched on, and changes nothing by that",
    inRollback(async (db) => {
      const { region, moderator, post, say } = await place(db);
      const hidden = (await say("加微信送红包")) as number;
      await hideComment(db, moderator, { commentId: hidden, code: "advertising" }, now);
      const open = await say("请加微信群通知停水");
      await say("路灯不亮");
      const old = await makeComment(db, { postId: post.id, body: "加微信" });
      await db
        .update(comments)
        .set({ createdAt: on("2026-08-18").at })
        .where(eq(comments.id, old.id));
      await makeComment(db, { body: "别处的加微信" });
      const ruleId = await writeRule(db, moderator, { region: region.slug, words: "加微信", effect: "refuse" }, now);
      expect(await tryRule(db, moderator, { ruleId }, now)).toMatchObject({
        looked: 3,
        hits: 2,
        hidden: 1,
        examples: [
          { id: open, hidden: false },
          { id: hidden, hidden: true },
        ],
      });
      expect(await say("还是可以加微信")).toEqual(expect.any(Number));
    }),
  );

  test(
    "is public as an act and not in its words; one that was never on is thrown away",
    inRollback(async (db) => {
      const { moderator, region, rule } = await place(db);
      const ruleId = await rule("加微信", "refuse");
      await endRule(db, moderator, { ruleId }, now);
      const draft = await writeRule(db, moderator, { region: region.slug, words: "代开发票", effect: "mark" }, now);
      await endRule(db, moderator, { ruleId: draft }, now);
      expect((await listRules(db, moderator)).map(({ id, endedAt }) => [id, endedAt])).toEqual([[ruleId, now.at]]);
      const told = await db
        .select()
        .from(events)
        .where(eq(events.subject, `word-rule:${ruleId}`));
      expect(told.map(({ what, counts }) => [what, counts])).toEqual([
        ["words.start", { region: region.slug, effect: "refuse", rules: 1 }],
        ["words.end", { region: region.slug, effect: "refuse", rules: 0 }],
      ]);
    }),
  );

  test(
    "is refused to who does not moderate there, and where it would hit everything or silence an opinion",
    inRollback(async (db) => {
      const { region, moderator } = await place(db);
      const elsewhere = await makePerson(db, [{ role: "moderator", regionId: (await makeRegion(db)).id }]);
      const refused = (by: typeof moderator, words: string, effect: "mark" | "refuse" = "mark", slug = region.slug) =>
        writeRule(db, by, { region: slug, words, effect }, now).then(
          () => null,
          (error) => error.key,
        );
      expect(await refused(elsewhere, "加微信")).toBe("forbidden");
      expect(await refused(moderator, "加微信", "mark", "nowhere")).toBe("words.noSuchRegion");
      expect(await refused(moderator, "的")).toBe("words.tooShort");
      expect(await refused(moderator, "*，、")).toBe("words.tooShort");
      expect(await refused(moderator, "局长下台", "refuse")).toBe("words.onlyContact");
      const ruleId = await writeRule(db, moderator, { region: region.slug, words: "加微信", effect: "mark" }, now);
      for (const act of [startRule, endRule, tryRule]) {
        await expect(act(db, elsewhere, { ruleId }, now)).rejects.toMatchObject({ key: "forbidden" });
        await expect(act(db, moderator, { ruleId: 999_999 }, now)).rejects.toMatchObject({ key: "words.missing" });
      }
      expect(await listRules(db, elsewhere)).toEqual([]);
      await expect(listRules(db, await makeCitizen(db))).rejects.toMatchObject({ key: "forbidden" });
    }),
  );
});
