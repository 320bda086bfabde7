import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { draw, sampleSize, seedOf, sourceOf } from "./draw.ts";

const numbers = Array.from({ length: 40 }, (_, i) => `HY-2026-${String(i + 1).padStart(5, "0")}`);

describe("the draw", () => {
  test("has a known answer: `printf` and `sha256sum` give the same", () => {
    const source = sourceOf({ month: "2026-10", position: 48_213, leaf: "ab" });
    expect(source).toBe("gongpu call-back\n2026-10\n48213\nab\n");
    const seed = seedOf(source);
    expect(seed).toBe("d9cbd0a90626b1da485c8d39f016db30de268ce9c07f60abbc2d9f5adb37c8c6");
    expect(draw(seed, numbers, 3)).toEqual(["HY-2026-00015", "HY-2026-00004", "HY-2026-00030"]);
  });

  test("does not depend on the order of the list, takes each number at most once and none that is not there", () => {
    const list = fc.uniqueArray(fc.stringMatching(/^HY-20[0-9]{2}-[0-9]{5}$/), { maxLength: 60 });
    fc.assert(
      fc.property(list, fc.string(), fc.nat(70), (all, seed, size) => {
        const drawn = draw(seed, all, size);
        expect(draw(seed, all.toReversed(), size)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((number) => all.includes(number))).toBe(true);
      }),
    );
  });

  test("of another seed is another one, and more of the same seed begins with the same", () => {
    expect(draw("a", numbers, 10)).not.toEqual(draw("b", numbers, 10));
    expect(draw("a", numbers, 20).slice(0, 10)).toEqual(draw("a", numbers, 10));
  });

  test("takes ten or a twentieth, whichever is more, and never more than there are", () => {
    expect([0, 3, 10, 200, 201, 1_400].map(sampleSize)).toEqual([0, 3, 10, 10, 11, 70]);
  });
});
