import { describe, expect, test } from "vitest";
import { gather } from "./group.ts";
import { poissonTail } from "./poisson.ts";
import { historyFrom, recentFrom, surgeOf } from "./surge.ts";

describe("how likely so many are", () => {
  test.each([
    // Counted apart with sixty decimal places.
    [1, 1, 0.6321205588286],
    [5, 1, 0.003659846827344],
    [10, 5, 0.0318280573062],
    [5, 0.1, 7.667801686189e-8],
    [20, 5, 3.452135820914e-7],
    [30, 10, 2.509951201528e-7],
    [150, 100, 1.884210466039e-6],
  ])("at least %i where %d are expected", (k, expected, tail) => {
    expect(poissonTail(k, expected) / tail).toBeCloseTo(1, 9);
  });

  test("is certain for none, and impossible where nothing is expected", () => {
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
  });
});

describe("a surge", () => {
  test("is what the eight weeks before make unlikely", () => {
    // Eight weeks with 55 make three in three days the rule: six of them are nothing, twelve are.
    expect(surgeOf({ recent: 6, authors: 6, before: 55 })).toMatchObject({ expected: 3, surges: false });
    expect(surgeOf({ recent: 12, authors: 12, before: 55 }).surges).toBe(true);
    expect(surgeOf({ recent: 5, authors: 5, before: 0 }).surges).toBe(true);
  });

  test("takes five people, however much one of them writes", () => {
    expect(surgeOf({ recent: 40, authors: 4, before: 0 }).surges).toBe(false);
  });

  test("is counted in days of the city", () => {
    expect(recentFrom("2026-09-18")).toEqual(new Date("2026-09-15T16:00:00Z"));
    expect(historyFrom("2026-09-18")).toEqual(new Date("2026-07-21T16:00:00Z"));
  });
});

describe("texts of one place", () => {
  const texts = [
    "仙塘镇河边夜里有人抽沙，河堤塌了一段。",
    "县城新民街的公厕什么时候开门？",
    "仙塘镇夜里又在河边抽沙，河堤已经塌了。",
    "新民街公厕关了两个月，什么时候开？",
    "感谢交警护送。",
  ].map((text) => ({ text }));

  test("gather by what they share, and each alone where they share nothing", () => {
    const laid = gather([], texts);
    const heaps = [...new Set(laid.map(({ heap }) => heap))];
    expect(laid.map(({ heap }) => heaps.indexOf(heap))).toEqual([0, 1, 0, 1, 2]);
    expect(gather([], texts).map(({ heap }) => heap)).toEqual(laid.map(({ heap }) => heap));
  });

  test("join what is known before they begin anything", () => {
    const known = { id: 7 };
    const [first, second] = gather([{ text: texts[0]!.text, heap: known }], texts.slice(1, 3));
    expect(first?.heap.id).toBeNull();
    expect(second?.heap).toBe(known);
  });

  test("are not alike for a greeting alone", () => {
    const greeted = [
      { text: "尊敬的领导您好，请问公积金怎么提取，窗口要原件，我人在外地。" },
      { text: "尊敬的领导您好，路灯坏了三个星期没有人修，晚上不敢出门。" },
    ];
    const [one, other] = gather([], greeted);
    expect(one?.heap).not.toBe(other?.heap);
  });
});
