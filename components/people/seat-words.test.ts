import { expect, test } from "vitest";
import { seatWords } from "#components/people/seat-words.ts";

test.each([
  ["leader", "市委书记", "书记"],
  ["leader", "市长", "市长"],
  ["office", "中共河源市委办公室", "市委"],
  ["office", "河源市人民政府办公室", "政府"],
  ["office", "河源市交通运输局", "交通"],
  ["office", "市教育局", "教育"],
  ["office", "东源县人民政府", "东源"],
  ["citizen", "绝对好人", "绝"],
  ["citizen", "hytongwe", "hy"],
] as const)("on the seat of a %s, %s is %s", (kind, name, words) => expect(seatWords(kind, name)).toBe(words));
