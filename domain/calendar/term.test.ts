import { describe, expect, test } from "vitest";
import { calendar, instant } from "#test/on.ts";
import { type CivilDate, civilDateOf, endOf, startOf } from "./civil-date.ts";
import vectors from "./deadlines.vectors.json" with { type: "json" };
import { type ClockInput, computeClock, type Term, termUntil } from "./term.ts";

const workdays = (length: number): Term => ({ unit: "workdays", length });
const days = (length: number): Term => ({ unit: "days", length });
const hours = (length: number): Term => ({ unit: "hours", length });

function clock(startedAt: Date, term: Term, more: Partial<ClockInput> = {}) {
  return computeClock({ startedAt, term, pauses: [], roll: true, calendar, ...more });
}

const between = (from: CivilDate, until: CivilDate) => ({
  fromAt: instant(from, "15:20"),
  untilAt: instant(until, "08:00"),
});

describe.each(vectors.vectors)(
  "received on $received",
  ({ received, wd, days: calendarDays, lights, pause, extension }) => {
    const startedAt = instant(received as CivilDate, "16:40");

    test.each(Object.entries(wd))("is due after %s working days", (length, due) => {
      expect(clock(startedAt, workdays(Number(length))).dueOn).toBe(due);
    });

    test.each(Object.entries(calendarDays))("is due after %s days", (length, due) => {
      expect(clock(startedAt, days(Number(length))).dueOn).toBe(due);
    });

    test.each([
      ["5wd", workdays(5)],
      ["15wd", workdays(15)],
      ["60d", days(60)],
    ] as const)("is warned of and carded with %s", (name, term) => {
      const { dueOn, dueAt, amberAt, yellowAt, redAt, working } = clock(startedAt, term);
      const { amberOn, yellowOn, redOn } = working;
      expect({ amber: amberOn, due: dueOn, yellow: yellowOn, red: redOn }).toEqual(lights[name]);
      expect([amberAt, yellowAt, redAt]).toEqual([amberOn, yellowOn, redOn].map(startOf));
      expect(dueAt).toEqual(endOf(dueOn));
    });

    test("does not count days touched by a pause", () => {
      const pauses = [between(pause.from as CivilDate, pause.until as CivilDate)];
      expect(clock(startedAt, workdays(15), { pauses }).dueOn).toBe(pause.due);
    });

    test("adds an extension to the due date", () => {
      expect(clock(startedAt, workdays(15), { extensionDays: extension.plus_days }).dueOn).toBe(extension.due);
    });
  },
);

describe("a term of days", () => {
  test("stays on a rest day when it may not roll", () => {
    expect(clock(instant("2026-09-30"), days(60), { roll: false })).toMatchObject({
      dueOn: "2026-11-29",
      working: { rolled: false },
    });
    expect(clock(instant("2026-09-30"), days(60)).working).toMatchObject({ dueOn: "2026-11-30", rolled: true });
  });

  test("may end on a date that somebody named", () => {
    const startedAt = instant("2011-03-21", "17:00");
    const promise = clock(startedAt, termUntil(startedAt, "2011-05-20"), { roll: false });
    expect(promise).toMatchObject({ dueOn: "2011-05-20", working: { amberOn: "2011-05-05" } });
    expect(clock(startedAt, termUntil(startedAt, "2011-03-21"), { roll: false })).toMatchObject({
      dueOn: "2011-03-21",
      dueAt: endOf("2011-03-21"),
      working: { days: [], amberOn: "2011-03-21" },
    });
    expect(() => clock(startedAt, termUntil(startedAt, "2011-03-20"))).toThrow(RangeError);
  });
});

describe("a pause", () => {
  test("of ten minutes takes its whole day out, twice on one day once", () => {
    const short = (time: string, until: string) => ({
      fromAt: instant("2026-09-21", time),
      untilAt: instant("2026-09-21", until),
    });
    const pauses = [short("15:00", "15:10"), short("09:00", "09:10")];
    expect(clock(instant("2026-09-18"), workdays(5), { pauses }).dueOn).toBe("2026-09-28");
  });

  test("within an extension moves the end of the extension, and no due date into itself", () => {
    const plain = clock(instant("2026-05-06"), workdays(5), { extensionDays: 5 });
    expect(plain.dueOn).toBe("2026-05-18");
    const pauses = [between("2026-05-18", "2026-05-19")];
    expect(clock(instant("2026-05-06"), workdays(5), { extensionDays: 5, pauses }).dueOn).toBe("2026-05-20");
  });

  test("after due delays the cards by the days after its first", () => {
    const late = (pauses: ClockInput["pauses"]) => clock(instant("2026-09-18"), workdays(5), { pauses }).working;
    expect(late([])).toMatchObject({ dueOn: "2026-09-24", yellowOn: "2026-09-28", redOn: "2026-10-09" });
    expect(late([between("2026-09-28", "2026-09-29")])).toMatchObject({
      dueOn: "2026-09-24",
      yellowOn: "2026-09-28",
      redOn: "2026-10-10",
    });
  });
});

describe("a term of hours", () => {
  test("runs through nights and rest days", () => {
    const water = clock(instant("2026-09-30", "20:00"), hours(24));
    expect(water.dueAt).toEqual(instant("2026-10-01", "20:00"));
    expect(water.amberAt).toEqual(instant("2026-10-01", "14:00"));
    expect(water.working).toMatchObject({ dueOn: "2026-10-01", yellowOn: "2026-10-08", redOn: "2026-10-13", days: [] });
  });

  test("is shifted by exactly as long as it stood still", () => {
    const pause = (from: string, until: string) => ({
      fromAt: instant("2026-09-17", from),
      untilAt: instant("2026-09-17", until),
    });
    const danger = (...pauses: ClockInput["pauses"]) => clock(instant("2026-09-17", "10:00"), hours(2), { pauses });
    expect(danger().amberAt).toEqual(instant("2026-09-17", "11:30"));
    expect(danger(pause("10:30", "10:50")).dueAt).toEqual(instant("2026-09-17", "12:20"));
    expect(danger(pause("10:40", "11:10"), pause("10:30", "10:50")).dueAt).toEqual(instant("2026-09-17", "12:40"));
    expect(danger(pause("09:00", "09:30"), pause("13:00", "14:00")).dueAt).toEqual(instant("2026-09-17", "12:00"));
  });

  test("that ends at midnight is due on the day before", () => {
    const found = clock(instant("2026-09-17", "00:00"), hours(24));
    expect(found).toMatchObject({ dueOn: "2026-09-17", dueAt: endOf("2026-09-17") });
  });

  test("is certain where no calendar reaches", () => {
    expect(clock(instant("2027-03-01"), hours(24)).provisional).toBe(false);
  });
});

describe("a date beyond the calendar", () => {
  const found = clock(instant("2026-12-28"), workdays(15));

  test("is provisional and counted with ordinary weekdays", () => {
    // Three days of 2026, then twelve ordinary weekdays, New Year's Day among them.
    expect(found).toMatchObject({ provisional: true, dueOn: "2027-01-18" });
  });

  test("is red on the tenth working day after due, not before, and the cards wait as long", () => {
    expect(found.working).toMatchObject({ lateOn: "2027-02-01", yellowOn: "2027-02-01", redOn: "2027-02-05" });
  });

  test("becomes certain when the year is imported", () => {
    const known = { ...calendar, coveredUntil: "2027-12-31" as const, dayOf: coveredDay };
    expect(clock(instant("2026-12-28"), workdays(15), { calendar: known })).toMatchObject({ provisional: false });
    expect(clock(instant("2026-12-28"), workdays(15), { calendar: known }).working.lateOn).toBeUndefined();
  });

  const coveredDay = (date: CivilDate) => ({ ...calendar.dayOf(date), provisional: false });
});

describe("the working", () => {
  const { working } = clock(instant("2011-01-30"), workdays(15), { rule: "finish.ordinary" });

  test("numbers the days that count and names those that do not", () => {
    expect(working.days.slice(0, 4)).toEqual([
      { date: "2011-01-31", n: 1 },
      { date: "2011-02-01", n: 2 },
      { date: "2011-02-02", n: null, why: "holiday", name: "春节" },
      { date: "2011-02-03", n: null, why: "holiday", name: "春节" },
    ]);
    expect(working.days).toContainEqual({ date: "2011-02-12", n: 6, why: "makeup", name: "春节" });
    expect(working.days).toContainEqual({ date: "2011-02-13", n: null, why: "weekend" });
    expect(working.days.at(-1)).toEqual({ date: "2011-02-24", n: 15 });
  });

  test("tells rule, start, warning and cards", () => {
    expect(working).toMatchObject({
      rule: "finish.ordinary",
      start: "2011-01-30",
      dueOn: "2011-02-24",
      amberOn: "2011-02-21",
      amberBy: { share: 75 },
      yellowOn: "2011-02-25",
      redOn: "2011-03-03",
    });
  });

  test("says of a letter from before the law that today's rules were applied", () => {
    expect(working.basis).toBe("current-rules");
    expect(clock(instant("2022-04-30"), workdays(5)).working.basis).toBe("current-rules");
    expect(clock(instant("2022-05-01"), workdays(5)).working.basis).toBeUndefined();
  });

  test("shows an extension and the roll at its end", () => {
    const { days: walked } = clock(instant("2026-05-06"), workdays(5), { extensionDays: 4 }).working;
    expect(walked.slice(-7)).toEqual([
      { date: "2026-05-12", n: 5 },
      { date: "2026-05-13", n: 1, why: "extension" },
      { date: "2026-05-14", n: 2, why: "extension" },
      { date: "2026-05-15", n: 3, why: "extension" },
      { date: "2026-05-16", n: 4, why: "extension" },
      { date: "2026-05-17", n: null, why: "weekend" },
      { date: "2026-05-18", n: null, why: "roll" },
    ]);
  });

  test("warns three working days before the end when that comes before 75 %", () => {
    const { amberOn, amberBy, dueOn } = clock(instant("2026-06-01"), days(8)).working;
    expect({ amberOn, amberBy, dueOn }).toEqual({ amberOn: "2026-06-04", amberBy: { left: 3 }, dueOn: "2026-06-09" });
  });

  test("of sixty days is below four kilobytes, and of two years tells the ends alone", () => {
    const sixty = clock(instant("2026-09-18"), days(60), { pauses: [between("2026-10-01", "2026-10-07")] }).working;
    expect(JSON.stringify(sixty).length).toBeLessThan(4096);
    expect(clock(instant("2024-09-18"), days(730)).working.days).toEqual([]);
  });

  test("survives being stored", () => {
    expect(JSON.parse(JSON.stringify(working))).toEqual(working);
  });

  test("starts on the day in Shanghai, whatever day it is elsewhere", () => {
    const late = new Date("2026-09-17T16:30:00Z");
    expect(civilDateOf(late)).toBe("2026-09-18");
    expect(clock(late, workdays(5)).working.start).toBe("2026-09-18");
  });
});
