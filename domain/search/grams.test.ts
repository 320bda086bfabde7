import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpt, folded, gramsOf, soughtIn } from "./grams.ts";

describe("grams", () => {
  test("are every two neighbouring characters of Chinese, and whole words of anything else", () => {
    expect(gramsOf("水压不足，6路公交")).toEqual(["水压", "压不", "不足", "6", "路公", "公交"]);
    expect(gramsOf("HY-2026-00012 ＡＢＣ")).toEqual(["hy", "2026", "00012", "abc"]);
    expect(gramsOf("路")).toEqual(["路"]);
    expect(gramsOf("𠮷野家")).toEqual(["𠮷野", "野家"]);
  });

  test("of a part of a text are among those of the text", () => {
    const character = fc.constantFrom(..."水压不足公交路灯坏了，。 ab6");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 40 }), fc.nat(), fc.nat(), (text, a, b) => {
        const part = /\p{Script=Han}{2,}/u.exec(text.slice(a % (text.length + 1)))?.[0].slice(0, 2 + (b % 4)) ?? "";
        const grams = gramsOf(text);
        for (const gram of part.length > 1 ? gramsOf(part) : []) expect(grams).toContain(gram);
      }),
    );
  });

  test("are not made of what nobody can look for", () => {
    for (const typed of ["", "  ", "，。", "水", "水 压", "%", "'); drop table"]) {
      const sought = soughtIn(typed);
      for (const gram of sought?.grams ?? []) expect(gram).toMatch(/^[\p{L}\p{N}]+$/u);
    }
    expect(soughtIn("水")).toBeNull();
    expect(soughtIn("，。")).toBeNull();
    expect(soughtIn("水压 ＢＵＳ")).toEqual({ words: ["水压", "bus"], grams: ["水压", "bus"] });
  });
});

describe("an excerpt", () => {
  const plain = (pieces: { text: string; hit: boolean }[]) =>
    pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

  test("marks what was looked for as it was written", () => {
    expect(plain(excerpt("修ＢＵＳ站，bus站", ["bus"], 0))).toBe("修[ＢＵＳ]站，[bus]站");
    expect(plain(excerpt("水压不足，水压", ["水压"], 0))).toBe("[水压]不足，[水压]");
    expect(plain(excerpt("没有", ["水压"], 0))).toBe("没有");
  });

  test("stands around the first hit and says where something is left out", () => {
    const text = `${"前".repeat(60)}水压${"后".repeat(60)}`;
    const shown = excerpt(text, ["水压"], 30);
    expect(shown[0]!.text).toBe("…");
    expect(shown.at(-1)!.text).toBe("…");
    expect(plain(shown)).toContain("[水压]");
  });

  test("loses and adds nothing when the whole text is shown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", minLength: 1 }), (text, word) => {
        const all = excerpt(text, [folded(word)].filter(Boolean), 0);
        expect(all.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});
