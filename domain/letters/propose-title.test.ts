import { expect, test } from "vitest";
import { proposeTitle } from "./propose-title.ts";

test.each([
  ["出租车一到春运就乱涨价，不打表，投诉了也没人管。", "出租车一到春运就乱涨价"],
  ["您好，四楼以上早晚高峰没有水。", "四楼以上早晚高峰没有水"],
  ["路灯", "路灯"],
  ["。，！", ""],
])("%s is proposed as %s", (comment, title) => expect(proposeTitle(comment)).toBe(title));

test("a clause without end is cut where a title must end", () => {
  expect(proposeTitle("长".repeat(200))).toHaveLength(60);
});
