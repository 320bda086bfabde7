import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["河源市城市综合管理局", "hyscszhglj"],
  ["市委书记", "swsj"],
  ["12345 热线", "12345rx"],
])("%s is found by %s", (name, initials) => expect(initialsOf(name)).toBe(initials));
