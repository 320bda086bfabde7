import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { inRollback } from "#test/in-rollback.ts";
import { patterns, readsLike, signalsIn } from "./signals.ts";

const said = [
  ["letter", "出租车一到春运就乱涨价，不打表，投诉了也没人管。"],
  ["letter", "一下大雨就水浸街，断头路绕得人头晕。"],
  ["letter", "四楼以上早晚高峰没有水。"],
  ["suggestion", "建议市、县、镇各部门都把办公咨询电话公布出来。"],
  ["suggestion", "孔明灯能不能不要再放了？"],
  ["opinion", "最满意城市一年比一年像样。"],
  ["opinion", "同感。"],
] as const;

describe("what a comment reads like", () => {
  test.each(said)("%s: %s", (reading, text) => expect(readsLike(text)).toBe(reading));

  test("is underlined where the words stand, none over another", () => {
    const text = "出租车一到春运就乱涨价，不打表。";
    const hits = signalsIn(text);
    expect(hits.map(({ signal, from, to }) => [signal, text.slice(from, to)])).toEqual([
      ["whom", "出租车"],
      ["when", "春运"],
      ["what", "乱涨价"],
      ["what", "不打表"],
    ]);
  });

  test(
    "is the same for the database",
    inRollback(async (db) => {
      for (const [, text] of said) {
        for (const pattern of Object.values(patterns)) {
          const [row] = await db.execute<{ found: boolean }>(sql`select ${text}::text ~ ${pattern}::text as found`);
          expect([text, pattern, row?.found]).toEqual([text, pattern, new RegExp(pattern, "u").test(text)]);
        }
      }
    }),
  );
});
