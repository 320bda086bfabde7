import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { lampWords } from "#components/letters/lamp-words.ts";
import type { Lamp, Light } from "#domain/calendar/light.ts";
import english from "#messages/en/calendar.json" with { type: "json" };
import chinese from "#messages/zh-CN/calendar.json" with { type: "json" };

const zh = createTranslator({ locale: "zh-CN", messages: { calendar: chinese }, namespace: "calendar" });
const en = createTranslator({ locale: "en", messages: { calendar: english }, namespace: "calendar" });
const light = (lamp: Lamp, rest: Partial<Light> = {}): Light => ({
  lamp,
  card: null,
  left: null,
  late: null,
  dueToday: false,
  ...rest,
});
const four = { unit: "workdays", n: 4 } as const;

describe("a light in words", () => {
  test.each([
    [light("green", { left: four }), {}, "正常", "还剩 4 个工作日"],
    [light("amber", { left: { unit: "hours", n: 2 } }), {}, "临期", "还剩 2 小时"],
    [light("amber", { left: { unit: "workdays", n: 0 }, dueToday: true }), {}, "临期", "今天到期"],
    [light("red", { late: four, card: "yellow" }), {}, "超期 4 个工作日", undefined],
    [light("paused", { left: four }), {}, "暂停计时", "等待补充材料"],
    [light("provisional", { left: four }), { year: 2027 }, "预计（2027 日历未导入）", "还剩 4 个工作日"],
    [light("provisional", { late: four }), {}, "预计", "已过预计日期 4 个工作日"],
    [light("met"), { what: "finish" }, "按期答复", undefined],
    [light("met"), { what: "promise" }, "按期兑现", undefined],
    [light("missed", { late: four }), { what: "promise" }, "到期未兑现", undefined],
    [light("missed", { late: four }), { what: "respond" }, "超期 4 个工作日回应", undefined],
    [light("missed", { late: four }), { what: "finish" }, "超期 4 个工作日答复", undefined],
    [light("missed", { late: four }), { what: "order" }, "超期 4 个工作日", undefined],
  ] as const)("%o of %o", (given, told, words, detail) =>
    expect(lampWords(zh as never, given, told)).toEqual({ words, detail }),
  );

  test("English counts one day as one", () =>
    expect(lampWords(en as never, light("amber", { left: { unit: "workdays", n: 1 } }))).toEqual({
      words: "Due soon",
      detail: "1 working day left",
    }));
});
