import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAbout, repeatedIn, vagueIn, vagueParts } from "./reply-gate.ts";

const formula = "您反映的情况属实，我局高度重视，将进一步加强管理，感谢您的关心和支持。";
const letter = "小区门口的井盖松了半个月，夜里骑车的人摔过两次，请换一个不会响的。";

const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
const text = (minLength: number) => fc.array(han, { minLength, maxLength: 60 }).map((signs) => signs.join(""));

describe("a reply is about the letter", () => {
  test.each([
    ["names the matter", "现场核实，两处井盖破损。"],
    ["names the place", "已到小区门口查看。"],
  ])("when it %s", (_, reply) => expect(isAbout(letter, reply)).toBe(true));

  test.each([
    ["only formulas", formula],
    ["another matter", "公交线路已经优化，班次每天增加八趟。"],
    ["the office's own name and nothing else", "河源市交通运输局将认真研究处理。"],
  ])("and not when it has %s", (_, reply) => {
    expect(isAbout(`${letter}请交通运输局处理。`, reply, ["河源市交通运输局"])).toBe(false);
  });

  test("in English by whole words, not by letters", () => {
    expect(isAbout("The manhole cover is loose", "We replaced the cover on Friday")).toBe(true);
    expect(isAbout("The manhole cover is loose", "Thank you for your letter, we will reply soon")).toBe(false);
  });

  test("when the two are written in different scripts there is nothing to compare", () => {
    expect(isAbout("The manhole cover is loose", "现场核实，两处井盖破损。")).toBe(true);
    expect(isAbout("谢谢！", "公交线路已经优化。")).toBe(true);
  });

  test("always when it quotes the letter, and never by formulas, whatever the letter says", () => {
    fc.assert(
      fc.property(text(2), text(0), (asked, more) => {
        expect(isAbout(asked, `${more}${asked}。${formula}`)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.nat(5), text(0), (times, name) => {
        expect(isAbout(letter, `${formula.repeat(times + 1)}${name}`, [name])).toBe(false);
      }),
    );
  });

  test("more names left out never make a reply fit that did not", () => {
    const grown = fc.constantFrom(formula, "已到小区门口查看。", "公交线路已经优化。");
    fc.assert(
      fc.property(
        grown,
        fc.array(fc.constantFrom("小区", "门口", "公交", "井盖"), { maxLength: 3 }),
        (reply, names) => {
          if (isAbout(letter, reply, names)) expect(isAbout(letter, reply)).toBe(true);
        },
      ),
    );
  });
});

describe("a reply repeats another", () => {
  const given = [{ number: "HY-2026-00001", text: `${letter}已更换井盖两处，本月底前再巡查一遍。` }];

  test("when it is the same but for a sign or a number", () => {
    expect(repeatedIn(given[0]!.text.replace("两处", "两处 12 个，"), given)).toBe(given[0]);
    expect(repeatedIn("公交线路已经优化，班次每天增加八趟。", given)).toBeUndefined();
  });

  test("always itself; never two that share nothing", () => {
    fc.assert(
      fc.property(text(2), (same) => {
        expect(repeatedIn(same, [{ text: same }])).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(text(2), (one) => {
        const other = [...one].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0x8000)).join("");
        expect(repeatedIn(one, [{ text: other }])).toBeUndefined();
      }),
    );
  });
});

describe("words that name no day", () => {
  test("are found each once, wherever they stand", () => {
    expect(vagueIn("近期将尽快处理，尽快答复您。")).toEqual(["近期", "尽快"]);
    expect(vagueIn("10月30日前修好。")).toEqual([]);
    fc.assert(
      fc.property(text(0), text(0), fc.constantFrom("近期", "尽快", "即将", "抓紧"), (before, after, word) => {
        expect(vagueIn(`${before}${word}${after}`)).toContain(word);
      }),
    );
  });

  test("are told by part, in the order of the parts", () => {
    const parts = { facts: "属实。", basis: "无。", done: "已抓紧施工。", next: "近期公布。" };
    expect(vagueParts(parts)).toEqual([
      { part: "done", words: ["抓紧"] },
      { part: "next", words: ["近期"] },
    ]);
  });
});
