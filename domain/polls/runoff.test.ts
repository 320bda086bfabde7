import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runOff } from "./runoff.ts";

/** So many ballots of each kind. */
const ballotsOf = (...given: [number, number[]][]) =>
  given.flatMap(([n, order]) => Array.from({ length: n }, () => order));

describe("an instant run-off", () => {
  test("lets the ballots of who goes out move on, until one has more than half", () => {
    const ballots = ballotsOf([42, [0, 1, 2, 3]], [26, [1, 2, 3, 0]], [15, [2, 3, 1, 0]], [17, [3, 2, 1, 0]]);
    expect(runOff(4, ballots)).toEqual({
      rounds: [
        { counts: [42, 26, 15, 17], exhausted: 0, out: [2] },
        { counts: [42, 26, null, 32], exhausted: 0, out: [1] },
        { counts: [42, null, null, 58], exhausted: 0, out: [] },
      ],
      winners: [3],
    });
  });

  test("asks for more than half of the ballots that still count, not of all", () => {
    const { rounds, winners } = runOff(3, ballotsOf([4, [0]], [3, [1]], [2, [2]]));
    expect(rounds.at(-1)).toEqual({ counts: [4, 3, null], exhausted: 2, out: [] });
    expect(winners).toEqual([0]);
  });

  test("tells those level at the bottom apart by the round before", () => {
    // 1 and 2 are level in the second round; in the first 2 had fewer.
    const ballots = ballotsOf([5, [0]], [4, [1, 0]], [3, [2, 0]], [1, [3, 2]]);
    expect(runOff(4, ballots).rounds.map(({ out }) => out)).toEqual([[3], [2], []]);
  });

  test("lets those go out together who were always level, and those win together who are all that is left", () => {
    expect(runOff(3, ballotsOf([4, [0]], [3, [1, 2]], [3, [2, 1]])).rounds[0]!.out).toEqual([1, 2]);
    expect(runOff(2, ballotsOf([3, [0]], [3, [1]])).winners).toEqual([0, 1]);
  });

  test("has neither rounds nor winner where nobody voted", () => {
    expect(runOff(3, [])).toEqual({ rounds: [], winners: [] });
  });
});

const options = fc.integer({ min: 2, max: 6 });
const ballot = (n: number) =>
  fc.shuffledSubarray(
    Array.from({ length: n }, (_, place) => place),
    { minLength: 1 },
  );
const polls = options.chain((n) => fc.record({ n: fc.constant(n), ballots: fc.array(ballot(n), { maxLength: 40 }) }));

describe("whatever is voted, an instant run-off", () => {
  test("counts every ballot in every round once, and ends with somebody", () => {
    fc.assert(
      fc.property(polls, ({ n, ballots }) => {
        const { rounds, winners } = runOff(n, ballots);
        for (const { counts, exhausted } of rounds) {
          expect(counts.reduce<number>((sum, count) => sum + (count ?? 0), exhausted)).toBe(ballots.length);
        }
        expect(rounds.length).toBeLessThanOrEqual(n);
        expect(winners.length > 0).toBe(ballots.length > 0);
      }),
    );
  });

  test("does not care in which order the ballots lie", () => {
    const shuffled = polls.chain((poll) =>
      fc.record({
        poll: fc.constant(poll),
        other: fc.shuffledSubarray(poll.ballots, { minLength: poll.ballots.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ poll: { n, ballots }, other }) => {
        expect(runOff(n, other)).toEqual(runOff(n, ballots));
      }),
    );
  });

  test("favours no option for its place: named otherwise, the same ones win", () => {
    const renamed = polls.chain((poll) =>
      fc.record({
        poll: fc.constant(poll),
        names: fc.shuffledSubarray([...Array(poll.n).keys()], { minLength: poll.n }),
      }),
    );
    fc.assert(
      fc.property(renamed, ({ poll: { n, ballots }, names }) => {
        const other = runOff(
          n,
          ballots.map((order) => order.map((option) => names[option]!)),
        );
        expect(other.winners.toSorted()).toEqual(
          runOff(n, ballots)
            .winners.map((option) => names[option]!)
            .toSorted(),
        );
      }),
    );
  });

  test("is won in the first round by whoever more than half put first", () => {
    fc.assert(
      fc.property(polls, fc.nat({ max: 5 }), ({ n, ballots }, pick) => {
        const favourite = pick % n;
        const more = Array.from({ length: ballots.length + 1 }, () => [favourite]);
        expect(runOff(n, [...ballots, ...more])).toMatchObject({ rounds: { length: 1 }, winners: [favourite] });
      }),
    );
  });

  test("is not turned against whoever won by more ballots that name nobody else", () => {
    fc.assert(
      fc.property(polls, ({ n, ballots }) => {
        const { winners } = runOff(n, ballots);
        fc.pre(winners.length === 1);
        expect(runOff(n, [...ballots, [winners[0]!]]).winners).toEqual(winners);
      }),
    );
  });
});
