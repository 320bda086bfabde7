import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFormula } from "./parse-formula.ts";
import { bandOf, type Counts, scoreOf } from "./score.ts";
import { wilsonInterval } from "./wilson-interval.ts";

const rules = { bands: { excellent: 90, good: 80, pass: 60 }, minimum: 20 };
const formula = parseFormula(
  "100 * (0.1 * response + 0.5 * solved + 0.4 * satisfaction) - 1 * yellow - 1.5 * red - 0.5 * orders - 0 * upheld - 1 * broken",
);

const counts: Counts = {
  received: 50,
  answered: 49,
  onTime: 45,
  judged: 40,
  calledBack: 3,
  solved: 36,
  partly: 2,
  verySatisfied: 20,
  satisfied: 15,
  acceptable: 4,
  yellow: 2,
  red: 1,
  orders: 1,
  upheld: 7,
  broken: 1,
  excluded: 0,
};

describe("a score", () => {
  test("is the formula's, deductions and all, and 基本满意 counts nine tenths", () => {
    const shares = 100 * (0.1 * (49 / 50) + 0.5 * (36 / 40) + 0.4 * ((20 + 15 + 0.9 * 4) / 40));
    expect(scoreOf(counts, formula, rules)).toMatchObject({
      score: Math.round((shares - 2 - 1.5 - 0.5 - 1) * 100) / 100,
      band: "good",
    });
  });

  test("of fewer than twenty judged letters is not banded, however good", () => {
    const few = { ...counts, judged: 19, solved: 19, verySatisfied: 19, satisfied: 0, acceptable: 0 };
    expect(scoreOf(few, formula, rules)).toMatchObject({ band: null });
    expect(scoreOf({ ...few, judged: 20 }, formula, rules).band).not.toBeNull();
  });

  test("is none where nothing was judged; a formula that does not speak of it still has one", () => {
    const none = { ...counts, judged: 0, solved: 0, verySatisfied: 0, satisfied: 0, acceptable: 0 };
    expect(scoreOf(none, formula, rules)).toEqual({ score: null, low: null, high: null, band: null });
    expect(scoreOf(none, parseFormula("100 * response"), rules)).toMatchObject({ score: 98, band: null });
    expect(scoreOf(counts, parseFormula("1 / (red - 1)"), rules).score).toBeNull();
  });

  test("lies within its interval, which narrows with more letters", () => {
    const part = fc.nat(60);
    fc.assert(
      fc.property(part, part, part, (solved, unsolved, verySatisfied) => {
        const judged = solved + unsolved;
        fc.pre(judged > 0 && verySatisfied <= judged);
        const some = { ...counts, judged, solved, verySatisfied, satisfied: 0, acceptable: 0 };
        const { score, low, high } = scoreOf(some, formula, rules);
        expect(low).toBeLessThanOrEqual(score! + 0.01);
        expect(high).toBeGreaterThanOrEqual(score! - 0.01);
        const ten = { ...some, judged: 10 * judged, solved: 10 * solved, verySatisfied: 10 * verySatisfied };
        const wider = scoreOf(ten, formula, rules);
        expect(wider.high! - wider.low!).toBeLessThanOrEqual(high! - low! + 0.01);
      }),
    );
  });
});

test("the bands begin where they say", () => {
  expect([90, 89.99, 80, 79.99, 60, 59.99, -3].map((score) => bandOf(score, rules.bands))).toEqual([
    "excellent",
    "good",
    "good",
    "pass",
    "pass",
    "fail",
    "fail",
  ]);
});

test("Wilson's interval has known answers", () => {
  const shown = (share: number, n: number) => {
    const { low, high } = wilsonInterval(share, n);
    return [low.toFixed(4), high.toFixed(4)];
  };
  expect(shown(0.9, 40)).toEqual(["0.7695", "0.9604"]);
  expect(shown(1, 10)).toEqual(["0.7225", "1.0000"]);
  expect(shown(0, 10)).toEqual(["0.0000", "0.2775"]);
});
