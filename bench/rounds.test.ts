import { expect, test } from "vitest";
import { compare, spreadOf } from "./rounds.ts";

test("a median lies in the middle, or between the two that do", () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, least: 1, most: 9 });
  expect(spreadOf([1, 9, 4, 6])).toEqual({ median: 5, least: 1, most: 9 });
});

test("the arms take turns in going first, after a round each that does not count", async () => {
  const order: string[] = [];
  const arm = (name: string, rate: number) => async () => {
    order.push(name);
    return order.length <= 2 ? 1e9 : rate;
  };
  const { ratio } = await compare({ ours: arm("a", 30), other: arm("b", 10) }, 4);
  expect(order.join("")).toBe("ababbaabba");
  expect(ratio).toBe(3);
});
