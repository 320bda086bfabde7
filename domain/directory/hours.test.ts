import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { on } from "#test/on.ts";
import { answering, type Hours, hoursOn, readStretches, type Stretch, sameDays, writeStretches } from "./hours.ts";

const office: Stretch[] = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];
const hours: Hours = {
  week: [office, office, office, office, [["08:30", "12:00"]], [], []],
  holiday: [["09:00", "10:00"]],
};

describe("reading hours as they are typed", () => {
  test.each([
    ["8:30-12:00 14:30-17:30", "08:30-12:00 14:30-17:30"],
    ["08：30－12：00，14：30～17：30", "08:30-12:00 14:30-17:30"],
    ["14:30 至 17:30、8:30到12:00", "08:30-12:00 14:30-17:30"],
    ["00:00-24:00", "00:00-24:00"],
    ["", ""],
    ["  ", ""],
  ])("%j is %j", (typed, read) => expect(writeStretches(readStretches(typed)!)).toBe(read));

  test.each([
    "8.30-12",
    "12:00-08:30",
    "08:30",
    "08:30-25:00",
    "09:00-12:00 11:00-13:00",
    "全天",
    "08:30-08:30",
    "24:00-24:00",
  ])("%j is none", (typed) => expect(readStretches(typed)).toBeNull());

  test("what is written is read again as it was", () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 });
    const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
    fc.assert(
      fc.property(fc.uniqueArray(minute, { minLength: 2, maxLength: 8 }), (minutes) => {
        const edges = minutes.toSorted((a, b) => a - b).map(clock);
        const stretches = edges.flatMap((edge, i): Stretch[] => (i % 2 === 1 ? [[edges[i - 1]!, edge]] : []));
        expect(readStretches(writeStretches(stretches))).toEqual(stretches);
      }),
    );
  });
});

describe("whether somebody should answer", () => {
  test.each([
    ["Friday morning", on("2026-09-18", "08:30"), true, "12:00"],
    ["noon", on("2026-09-17", "12:00"), false, "14:30"],
    ["Friday afternoon, when nobody is there", on("2026-09-18", "14:30"), false, null],
    ["an ordinary Saturday", on("2026-09-12", "09:00"), false, null],
    ["a make-up Sunday, which has Monday's hours", on("2026-09-20", "15:00"), true, "17:30"],
    ["a holiday on a Thursday, which has its own", on("2026-10-01", "11:00"), false, null],
    ["a holiday within them", on("2026-10-01", "09:30"), true, "10:00"],
  ])("%s", (_, now, open, until) => {
    const said = answering(hours, now);
    expect(said.open).toBe(open);
    expect(said.changesAt && on(now.today, until!).at).toEqual(said.changesAt);
    if (until === null) expect(said.changesAt).toBeNull();
  });

  test("round the clock it never changes before midnight", () => {
    const always: Hours = { week: Array.from({ length: 7 }, () => [["00:00", "24:00"]]), holiday: [] };
    const { open, changesAt } = answering(always, on("2026-09-18", "23:59"));
    expect([open, changesAt]).toEqual([true, on("2026-09-19", "00:00").at]);
    expect(hoursOn(always, on("2026-10-01").calendar.dayOf("2026-10-01"))).toEqual([]);
  });

  test("weekdays alike stand together, those without anybody are left out", () => {
    expect(sameDays(hours).map(({ first, last }) => [first, last])).toEqual([
      [1, 4],
      [5, 5],
    ]);
  });
});
