import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectOf, foldedText, isHit, namesContact, phrasesOf } from "./match.ts";

describe("a phrase is found", () => {
  test.each([
    "加微信",
    "请加 微 信 聊",
    "加*微*信",
    "加-微_信",
    "加\u200B微\u200D信",
    "加薇信",
    "加\n微\n信",
    "【加】【微】【信】",
  ])("in %j", (text) => expect(isHit("加微信", text)).toBe(true));

  test.each([
    ["qq12345", "ＱＱ１２３４５"],
    ["qq12345", "Q·Q ①②③④⑤"],
    ["qq12345", "qq 一二叁四伍"],
    ["vx", "ＶＸ"],
    ["vx", "vх"],
    ["电话 手机", "打我手 机"],
  ])("%s in %s", (words, text) => expect(isHit(words, text)).toBe(true));

  test.each([
    ["加微信", "政府微信公众号加了新栏目"],
    ["加微信", "请加快审批，微信上也能办"],
    ["加微信", ""],
    ["，、 ；", "什么都没有的规则什么也不中"],
  ])("%s not in %s", (words, text) => expect(isHit(words, text)).toBe(false));
});

test("of several rules the strongest holds", () => {
  const rules = [
    { words: "贷款", effect: "mark" as const },
    { words: "加微信", effect: "refuse" as const },
    { words: "骗子", effect: "caution" as const },
  ];
  expect(effectOf(rules, "贷款请加微信，骗子勿扰")).toBe("refuse");
  expect(effectOf(rules, "贷款的骗子")).toBe("caution");
  expect(effectOf(rules, "贷 款")).toBe("mark");
  expect(effectOf(rules, "路灯不亮")).toBeNull();
});

test.each([
  ["加微信", true],
  ["加我qq、进群", true],
  ["局长 加微信", false],
  ["腐败", false],
  ["", false],
])("%s names a way of being reached: %s", (words, does) => expect(namesContact(words)).toBe(does));

const separators = fc.constantFrom("", " ", "*", "-", "\u200B", "·", "。", "　", "~", "\n");

test("whatever is put between its characters, a phrase is found", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("加微信", "办证刻章", "qq888999"),
      fc.array(separators, { minLength: 9 }),
      (phrase, gaps) => {
        const spaced = [...phrase].map((sign, place) => `${sign}${gaps[place] ?? ""}`).join("");
        expect(isHit(phrase, `路灯${spaced}坏了`)).toBe(true);
      },
    ),
  );
});

test("folding is the same done twice, and holds nothing but letters and digits", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const folded = foldedText(text);
      expect(foldedText(folded)).toBe(folded);
      expect(folded).toMatch(/^[\p{L}\p{N}]*$/u);
      expect(phrasesOf(folded).join("")).toBe(folded);
    }),
  );
});
