import { expect, test } from "vitest";
import { ticksUpTo } from "./ticks.ts";

test.each([
  [9858, [0, 2500, 5000, 7500, 10000]],
  [10000, [0, 2500, 5000, 7500, 10000]],
  [7, [0, 2, 4, 6, 8]],
  [1, [0, 1]],
  [0, [0, 1]],
])("the axis of %d", (most, ticks) => {
  expect(ticksUpTo(most)).toEqual(ticks);
});
