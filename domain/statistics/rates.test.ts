import { describe, expect, test } from "vitest";
import { noFigures } from "./figures.ts";
import { ratesOf, weightedAttitude, weightedSpeed, wilsonInterval } from "./rates.ts";

describe("rates", () => {
  test("of the published totals are the published percentages, both on-time denominators included", () => {
    const figures = { ...noFigures, received: 42565, answered: 41722, onTime: 40540, personally: 6415 };
    const shares = new Map(
      ratesOf(figures, { suggestions: 11477, toLeaders: 14512 }).map(({ name, numerator, denominator }) => [
        name,
        denominator === 0 ? null : ((numerator / denominator) * 100).toFixed(2),
      ]),
    );
    expect(Object.fromEntries(shares)).toEqual({
      answered: "98.02",
      onTime: "95.24",
      onTimeOfAnswered: "97.17",
      suggestions: "26.96",
      personally: "44.20",
      solved: null,
      satisfied: null,
      unrated: null,
      reopened: "0.00",
      merged: "0.00",
    });
  });

  test("weigh 基本满意 with nine tenths, attitude and speed apart", () => {
    const figures = { ...noFigures, judged: 10, verySatisfied: 2, satisfied: 3, acceptable: 3, speedAcceptable: 7 };
    expect(weightedAttitude(figures)).toBe(7.7);
    expect(weightedSpeed(figures)).toBe(6.3);
  });
});

describe("the interval of a share", () => {
  test.each([
    [7273, 7339, 0.9886, 0.9929],
    [2655, 2655, 0.9986, 1],
    [1, 1, 0.2065, 1],
  ])("of %d in %d reaches from %d to %d", (numerator, denominator, low, high) => {
    expect(wilsonInterval(numerator, denominator)!.low).toBeCloseTo(low, 4);
    expect(wilsonInterval(numerator, denominator)!.high).toBeCloseTo(high, 4);
  });

  test("of nothing is none", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
