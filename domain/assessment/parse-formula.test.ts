import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormulaProblem, names, parseFormula, type Values } from "./parse-formula.ts";

const values: Values = {
  response: 0.98,
  solved: 0.7,
  satisfaction: 0.9,
  yellow: 2,
  red: 1,
  orders: 3,
  upheld: 4,
  broken: 1,
};

const problemOf = (text: string) => {
  try {
    parseFormula(text);
  } catch (error) {
    if (error instanceof FormulaProblem) return { at: error.at, found: error.found };
    throw error;
  }
  return null;
};

describe("a formula", () => {
  test("is reckoned as it reads: products before sums, from the left, brackets first", () => {
    const reckon = (text: string) => parseFormula(text).reckon(values);
    expect(reckon("1 + 2 * 3")).toBe(7);
    expect(reckon("(1 + 2) * 3")).toBe(9);
    expect(reckon("10 - 2 - 3")).toBe(5);
    expect(reckon("12 / 3 / 2")).toBe(2);
    expect(reckon("-2 * -(3)")).toBe(6);
    expect(reckon("max(0, 5 - 1.5 * 4)")).toBe(0);
    expect(reckon("min(100, 100 * response)")).toBeCloseTo(98);
    expect(
      reckon(
        "100 * (0.1 * response + 0.5 * solved + 0.4 * satisfaction) - 1 * yellow - 1.5 * red - 0.5 * orders - 0 * upheld - 1 * broken",
      ),
    ).toBeCloseTo(100 * (0.098 + 0.35 + 0.36) - 2 - 1.5 - 1.5 - 1);
  });

  test("says what it speaks of", () => {
    expect(parseFormula("red + response - red").uses).toEqual(["response", "red"]);
  });

  test.each([
    ["", 1, ""],
    ["1 +", 4, ""],
    ["1 + * 2", 5, "*"],
    ["(1 + 2", 7, ""],
    ["1 2", 3, "2"],
    ["response + anger", 12, "anger"],
    ["max(1)", 6, ")"],
    ["1 + response.constructor", 13, "."],
    ["process", 1, "process"],
    ["1; 2", 2, ";"],
    ["一百", 1, "一"],
    ["2 ** 3", 4, "*"],
  ])("%j is refused, with where", (text, at, found) => {
    expect(problemOf(text)).toEqual({ at, found });
  });

  test("of any text is understood or refused, and reckons numbers alone", () => {
    const piece = fc.constantFrom(...names, "1", "2.5", "+", "-", "*", "/", "(", ")", ",", "min", "max", " ", "x", "'");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join(" ");
        const problem = problemOf(text);
        if (problem) expect(problem.at).toBeLessThanOrEqual(text.length + 1);
        else expect(typeof parseFormula(text).reckon(values)).toBe("number");
      }),
    );
  });

  test("longer than anybody reads is refused", () => {
    expect(problemOf(`1${" + 1".repeat(200)}`)).toMatchObject({ at: 401 });
  });
});
