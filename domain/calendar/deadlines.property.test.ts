import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendar } from "#test/on.ts";
import { addDays, type CivilDate, civilDateOf, daysBetween, startOf } from "./civil-date.ts";
import { lightOf, nextChange } from "./light.ts";
import { nowAt } from "./now.ts";
import { type ClockInput, computeClock, type Pause, type Term } from "./term.ts";
import { standingIn } from "./working.ts";

const hour = 3_600_000;
const later = (at: Date, millis: number) => new Date(at.getTime() + millis);

const start = fc
  .tuple(
    fc.integer({ min: 0, max: daysBetween("2007-01-01", "2026-06-30") }),
    fc.integer({ min: 0, max: 24 * hour - 1 }),
  )
  .map(([days, millis]) => later(startOf(addDays("2007-01-01", days)), millis));

const term = fc.oneof(
  fc.record({ unit: fc.constant("workdays" as const), length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant("days" as const), length: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ unit: fc.constant("hours" as const), length: fc.integer({ min: 1, max: 72 }) }),
) satisfies fc.Arbitrary<Term>;

/** A pause some hours after the start, some hours long. */
const pauseHours = fc.record({ after: fc.integer({ min: 0, max: 1000 }), lasts: fc.integer({ min: 0, max: 300 }) });

const input = fc
  .record({
    startedAt: start,
    term,
    pausesIn: fc.array(pauseHours, { maxLength: 3 }),
    extensionDays: fc.constantFrom(0, 0, 15, 30),
    roll: fc.boolean(),
  })
  .map(({ pausesIn, ...rest }): ClockInput => {
    const pauses = pausesIn.map(({ after, lasts }): Pause => {
      const fromAt = later(rest.startedAt, after * hour);
      return { fromAt, untilAt: later(fromAt, lasts * hour) };
    });
    return { ...rest, pauses, calendar };
  });

const inDays = input.filter(({ term: { unit } }) => unit !== "hours");
const works = (date: CivilDate) => calendar.dayOf(date).works;

/** The row that a clock would be, running. */
const rowOf = (computed: ReturnType<typeof computeClock>) => ({ ...computed, pausedAt: null, stoppedAt: null });

describe("whatever the start, term, pauses and extension", () => {
  test("a date that rolls never falls on a rest day or into a pause", () => {
    fc.assert(
      fc.property(inDays, (about) => {
        const { working } = computeClock({ ...about, roll: true });
        expect(works(working.dueOn)).toBe(true);
        expect(standingIn(working.pauses)(working.dueOn)).toBe(false);
      }),
    );
  });

  test("the working counts to the term's length and ends on the due day", () => {
    fc.assert(
      fc.property(inDays, (about) => {
        const { working } = computeClock(about);
        const ofTerm = working.days.filter(({ n, why }) => n !== null && why !== "extension");
        expect(ofTerm.map(({ n }) => n)).toEqual(Array.from({ length: about.term.length }, (_, i) => i + 1));
        if (about.term.unit === "workdays") expect(ofTerm.every(({ date }) => works(date))).toBe(true);
        expect(ofTerm.some(({ date }) => standingIn(working.pauses)(date))).toBe(false);
        expect(working.days.filter(({ why }) => why === "extension")).toHaveLength(about.extensionDays ?? 0);
        expect(working.days.at(-1)?.date).toBe(working.dueOn);
        expect(working.days.map(({ date }) => date)).toEqual(working.days.map((_, i) => addDays(working.start, i + 1)));
      }),
    );
  });

  test("warning, due, yellow and red come in this order", () => {
    fc.assert(
      fc.property(input, (about) => {
        const { amberAt, dueAt, yellowAt, redAt, working } = computeClock(about);
        expect(about.startedAt < dueAt).toBe(true);
        expect(amberAt < dueAt).toBe(true);
        expect(working.amberOn > working.start || about.term.unit === "hours").toBe(true);
        expect(dueAt <= yellowAt && yellowAt < redAt).toBe(true);
        expect(works(working.yellowOn) && works(working.redOn)).toBe(true);
      }),
    );
  });

  test("one more pause, a longer term or an extension never bring anything nearer", () => {
    fc.assert(
      fc.property(input, pauseHours, (about, { after, lasts }) => {
        const before = computeClock(about);
        const fromAt = later(about.startedAt, after * hour);
        const pauses = [...about.pauses, { fromAt, untilAt: later(fromAt, lasts * hour) }];
        const longer = { ...about.term, length: about.term.length + 1 };
        for (const more of [{ pauses }, { term: longer }, { extensionDays: (about.extensionDays ?? 0) + 5 }]) {
          const then = computeClock({ ...about, ...more });
          expect(then.dueAt >= before.dueAt).toBe(true);
          expect(then.yellowAt >= before.yellowAt && then.redAt >= before.redAt).toBe(true);
        }
      }),
    );
  });

  test("who starts later is never due earlier", () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 500 }), (about, hours) => {
        const plain = { ...about, pauses: [] };
        const after = computeClock({ ...plain, startedAt: later(about.startedAt, hours * hour) });
        expect(after.dueAt >= computeClock(plain).dueAt).toBe(true);
      }),
    );
  });
});

describe("at any moment", () => {
  const moment = fc.integer({ min: 0, max: 200 * 24 * hour });
  const lightAt = (row: ReturnType<typeof rowOf>, at: Date) => lightOf(row, nowAt(at, calendar));

  test("lamp, card and time say the same", () => {
    fc.assert(
      fc.property(input, moment, (about, millis) => {
        const row = rowOf(computeClock(about));
        const at = later(about.startedAt, millis);
        const { lamp, card, left, late, dueToday } = lightAt(row, at);
        expect(lamp === "red").toBe(at >= row.dueAt);
        expect(late === null).toBe(lamp !== "red");
        expect(left === null).toBe(lamp === "red");
        expect((left ?? late)!.n >= (dueToday ? 0 : 1)).toBe(true);
        if (card) expect(lamp).toBe("red");
        if (late?.unit === "workdays") expect(card).toBe(late.n >= 5 ? "red" : "yellow");
        if (dueToday) expect(civilDateOf(at)).toBe(row.dueOn);
      }),
    );
  });

  test("nothing that is shown changes before the next change", () => {
    fc.assert(
      fc.property(input, moment, (about, millis) => {
        const row = rowOf(computeClock(about));
        const at = later(about.startedAt, millis);
        const next = nextChange(row, nowAt(at, calendar))!;
        expect(next > at).toBe(true);
        expect(lightAt(row, later(next, -1))).toEqual(lightAt(row, at));
      }),
      { numRuns: 300 },
    );
  });
});
