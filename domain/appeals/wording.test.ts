import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namelessWords, presentOf, wholeYuan } from "./wording.ts";

const kept = (words: string) => {
  try {
    return namelessWords("body", words, 500);
  } catch (error) {
    return error as { key: string; details: Record<string, unknown> };
  }
};

describe("nobody is named in an appeal", () => {
  test.each([
    ["联系 13800138000 捐款", "mobile"],
    ["身份证 11010519491231002X", "id"],
    ["汇到 6222 0212 3456 7890 128", "card"],
    ["电话 0762-3123456", "landline"],
    ["写信到 help@example.cn", "email"],
    ["孩子姓名：张小明，六岁。", "name"],
    ["姓名是李四，住院三周。", "name"],
    ["她名叫王小花，今年八岁。", "name"],
    ["患者：赵六，重度烧伤。", "name"],
  ])("%s", (words, kind) => expect(kept(words)).toMatchObject({ key: "appeals.tellsWho", details: { kind } }));

  test.each([
    "柏埔镇一名6岁女童在火灾中烧伤，家里负担不起治疗费，需要 3000 元。",
    "孩子的姓名不公开，由镇里代收。",
    "救助 12 户，2026 年 9 月 18 日起。",
    "患者：重度烧伤，面积百分之三十，住院三周。",
  ])("%s", (words) => expect(kept(words)).toBe(words));
});

describe("whole yuan", () => {
  test.each([
    ["1000", 1000],
    ["1,000", 1000],
    [" １０００ ", 1000],
    ["¥200", 200],
    ["200元", 200],
    ["1000000", 1_000_000],
    ["", null],
    ["  ", null],
  ])("%j is %j", (typed, yuan) => expect(wholeYuan(typed)).toBe(yuan));

  test("whatever is typed is a number between 1 and a million, nothing, or refused in words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (typed) => {
        try {
          const yuan = wholeYuan(typed);
          if (yuan === null) return true;
          return Number.isInteger(yuan) && yuan >= 1 && yuan <= 1_000_000;
        } catch (error) {
          return (error as { key: string }).key === "appeals.amount";
        }
      }),
    );
  });
});

test("somebody was there", () => {
  expect([presentOf("9"), presentOf("９人"), presentOf("999")]).toEqual([9, 9, 999]);
  for (const typed of ["", "0", "-1", "1000", "几个"])
    expect(() => presentOf(typed)).toThrow(expect.objectContaining({ key: "appeals.present" }));
});
