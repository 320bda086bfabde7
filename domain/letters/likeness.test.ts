import { describe, expect, test } from "vitest";
import { tellsOfDanger } from "./danger.ts";
import { bigramsOf, likeness } from "./likeness.ts";

describe("how alike two letters are", () => {
  const like = (one: string, other: string) => likeness(bigramsOf(one), bigramsOf(other));

  test("the same matter in other words is nearer than another matter", () => {
    const own = "四楼以上早晚高峰没有水，水压不足";
    expect(like(own, "市区自来水水压不足，高峰没水")).toBeGreaterThan(like(own, "公交车破旧，车门关不严"));
  });

  test("is 1 for the same text and 0 for nothing", () => {
    expect(like("水压不足", "水压不足")).toBe(1);
    expect(like("", "水压不足")).toBe(0);
  });

  test("does not count numbers, signs and full-width forms as likeness", () => {
    expect(bigramsOf("12号楼，3单元")).toEqual(new Set(["号楼", "单元"]));
    expect(bigramsOf("ＡＢＣ")).toEqual(new Set(["ab", "bc"]));
  });
});

describe("danger to life", () => {
  test.each(["隔壁着火了", "楼梯间燃气泄漏", "河边有人落水", "外墙快塌了", "There is a gas leak"])("%s", (text) =>
    expect(tellsOfDanger(text)).toBe(true),
  );
  test.each(["公交车又旧又破", "建议开展防火宣传", "the bus stop is old"])("not in: %s", (text) =>
    expect(tellsOfDanger(text)).toBe(false),
  );
});
