import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilsonLowerBound } from "./wilson.ts";

const votes = fc.integer({ min: 0, max: 100_000 });

describe("how hot a comment is", () => {
  test.each([
    [0, 0, 0],
    [1, 0, 0.3784],
    [10, 0, 0.8589],
    [0, 10, 0],
    [86, 3, 0.9321],
  ])("%i for and %i against make %d", (up, down, heat) => {
    expect(wilsonLowerBound(up, down)).toBeCloseTo(heat, 3);
  });

  test("lies between nothing and the share itself", () => {
    fc.assert(
      fc.property(votes, votes, (up, down) => {
        const heat = wilsonLowerBound(up, down);
        expect(heat).toBeGreaterThanOrEqual(0);
        expect(heat).toBeLessThanOrEqual(up / Math.max(1, up + down) + 1e-12);
      }),
    );
  });

  test("is nothing without a vote for, however many are against", () => {
    fc.assert(fc.property(votes, (down) => wilsonLowerBound(0, down) === 0));
  });

  test("rises with a vote for and does not rise with one against", () => {
    fc.assert(
      fc.property(votes, votes, (up, down) => {
        expect(wilsonLowerBound(up + 1, down)).toBeGreaterThan(wilsonLowerBound(up, down));
        expect(wilsonLowerBound(up, down + 1)).toBeLessThanOrEqual(wilsonLowerBound(up, down));
      }),
    );
  });
});
