import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthOf, plainText } from "./plain-text.ts";

describe("what is kept of a typed text", () => {
  test("has one way to write a character", () => {
    expect(plainText("cafe\u0301")).toBe("caf\u00e9");
  });

  test("has line feeds only, and at most one empty line in a row", () => {
    expect(plainText("一\r\n二\r三\n\n\n\n四  \n")).toBe("一\n二\n三\n\n四");
  });

  test("has nothing invisible and nothing that turns the direction", () => {
    expect(plainText("水\u200B费\uFEFF太\u2060高\u00AD")).toBe("水费太高");
    expect(plainText("请看 \u202Egpj.exe\u202C")).toBe("请看 gpj.exe");
    expect(plainText("\u3164\u2800\u115F \u200D")).toBe("");
  });

  test("keeps the joiner inside an emoji and nowhere else", () => {
    expect(plainText("👨‍👩‍👧 水\u200D费")).toBe("👨‍👩‍👧 水费");
  });

  test("can be stored whatever was typed, and reads the same a second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const kept = plainText(typed);
        for (const mark of ["\u0000", "\r", "\u202E", "\u200B"]) expect(kept).not.toContain(mark);
        expect(kept.isWellFormed()).toBe(true);
        expect(plainText(kept)).toBe(kept);
      }),
    );
  });

  test("is counted as a reader counts", () => {
    expect(lengthOf("𠮷野家😀")).toBe(4);
  });
});
