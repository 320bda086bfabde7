import { expect, test } from "vitest";
import { readPhone } from "./phone.ts";

test.each([
  "13800138000",
  "１３８００１３８０００",
  "138 0013 8000",
  "138-0013-8000",
  "+86 13800138000",
  "008613800138000",
  "＋８６13800138000",
])("%s is a mainland mobile number", (typed) => expect(readPhone(typed)).toBe("13800138000"));

test.each(["", "1380013800", "138001380001", "12800138000", "0762-3333333", "+85291234567", "1380013800o", "一三八"])(
  "%j is none",
  (typed) => expect(readPhone(typed)).toBeNull(),
);
