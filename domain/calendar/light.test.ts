import { describe, expect, test } from "vitest";
import { calendar, instant, on } from "#test/on.ts";
import { type CivilDate, endOf, startOf } from "./civil-date.ts";
import { lightOf, nextChange } from "./light.ts";
import { type ClockInput, computeClock, type Term } from "./term.ts";

function row(startedAt: Date, term: Term, more: Partial<ClockInput> & { pausedAt?: Date; stoppedAt?: Date } = {}) {
  const { pausedAt = null, stoppedAt = null, ...input } = more;
  return { ...computeClock({ startedAt, term, pauses: [], roll: true, calendar, ...input }), pausedAt, stoppedAt };
}

// Accepted on a make-up Sunday before the Spring Festival: due 24 February.
const taxi = (more = {}) => row(instant("2011-01-30", "09:30"), { unit: "workdays", length: 15 }, more);
const workdays = (n: number) => ({ unit: "workdays", n });

describe("a light over working days", () => {
  test("is green with the days that are left", () => {
    expect(lightOf(taxi(), on("2011-02-17", "15:20"))).toEqual({
      lamp: "green",
      card: null,
      left: workdays(5),
      late: null,
      dueToday: false,
    });
  });

  test("turns amber when 75 % have gone by, and says 今天到期 on the last day", () => {
    expect(lightOf(taxi(), on("2011-02-20", "23:59")).lamp).toBe("green");
    expect(lightOf(taxi(), on("2011-02-21", "00:00"))).toMatchObject({ lamp: "amber", left: workdays(3) });
    expect(lightOf(taxi(), on("2011-02-24", "23:59"))).toMatchObject({
      lamp: "amber",
      left: workdays(0),
      dueToday: true,
    });
  });

  test("is red from the day after, with the yellow card, and with the red one from the fifth", () => {
    expect(lightOf(taxi(), on("2011-02-25", "00:00"))).toEqual({
      lamp: "red",
      card: "yellow",
      left: null,
      late: workdays(1),
      dueToday: false,
    });
    expect(lightOf(taxi(), on("2011-03-02", "23:59"))).toMatchObject({ card: "yellow", late: workdays(4) });
    expect(lightOf(taxi(), on("2011-03-03", "00:00"))).toMatchObject({ card: "red", late: workdays(5) });
  });

  test("tells days where no working day lies between", () => {
    // Due on Thursday 24 September 2026, then three days of 中秋节.
    const short = row(instant("2026-09-18"), { unit: "workdays", length: 5 });
    expect(lightOf(short, on("2026-09-26"))).toMatchObject({ lamp: "red", card: null, late: { unit: "days", n: 2 } });
    expect(lightOf(short, on("2026-09-28"))).toMatchObject({ card: "yellow", late: workdays(1) });
  });
});

describe("a light over days", () => {
  test("counts days", () => {
    const promise = row(instant("2011-03-21", "17:00"), { unit: "days", length: 60 }, { roll: false });
    expect(lightOf(promise, on("2011-05-16"))).toMatchObject({ lamp: "amber", left: { unit: "days", n: 4 } });
    expect(lightOf(promise, on("2011-05-22"))).toMatchObject({ lamp: "red", late: { unit: "days", n: 2 } });
  });
});

describe("a light over hours", () => {
  const danger = row(instant("2026-09-17", "10:00"), { unit: "hours", length: 2 });
  const at = (time: string) => lightOf(danger, on("2026-09-17", time));

  test("counts hours, below one minutes", () => {
    expect(at("10:00")).toMatchObject({ lamp: "green", left: { unit: "hours", n: 2 } });
    expect(at("10:01").left).toEqual({ unit: "hours", n: 1 });
    expect(at("11:30")).toMatchObject({ lamp: "amber", left: { unit: "minutes", n: 30 }, dueToday: true });
    expect(at("12:00")).toMatchObject({ lamp: "red", card: null, late: { unit: "minutes", n: 1 }, dueToday: false });
    expect(at("15:30").late).toEqual({ unit: "hours", n: 3 });
  });

  test("has its cards on working days after due", () => {
    expect(lightOf(danger, on("2026-09-18", "00:00")).card).toBe("yellow");
    // 20 September works; 25 to 27 are a holiday.
    expect(lightOf(danger, on("2026-09-22", "23:59")).card).toBe("yellow");
    expect(lightOf(danger, on("2026-09-23", "00:00")).card).toBe("red");
  });
});

describe("a clock that stands still", () => {
  test("shows what was left when it was paused, that day included, however long it lasts", () => {
    const paused = taxi({ pausedAt: instant("2011-02-17", "15:00") });
    expect(lightOf(paused, on("2011-02-17", "16:00"))).toMatchObject({ lamp: "paused", left: workdays(6) });
    expect(lightOf(paused, on("2011-04-01"))).toMatchObject({
      lamp: "paused",
      card: null,
      left: workdays(6),
      late: null,
    });
    expect(nextChange(paused, on("2011-02-17", "16:00"))).toBeNull();
  });

  test("has as many days left on the day it goes on", () => {
    const pauses = [{ fromAt: instant("2011-02-17", "15:00"), untilAt: instant("2011-02-22", "10:00") }];
    expect(lightOf(taxi({ pauses }), on("2011-02-22", "10:00"))).toMatchObject({ lamp: "green", left: workdays(6) });
  });

  test("keeps a card that has fallen", () => {
    const pausedAt = instant("2011-02-25", "10:00");
    expect(lightOf(taxi({ pausedAt }), on("2011-03-20"))).toMatchObject({
      lamp: "paused",
      card: "yellow",
      late: workdays(1),
    });
    const pauses = [{ fromAt: pausedAt, untilAt: instant("2011-03-20") }];
    expect(lightOf(taxi({ pauses }), on("2011-03-20"))).toMatchObject({
      lamp: "red",
      card: "yellow",
      late: workdays(1),
    });
    expect(lightOf(taxi({ pauses }), on("2011-03-21"))).toMatchObject({ late: workdays(2) });
  });
});

describe("a clock that has ended", () => {
  test("was met up to the last moment of the due day, and stays so", () => {
    const stoppedAt = instant("2011-02-24", "23:59");
    expect(lightOf(taxi({ stoppedAt }), on("2011-06-01"))).toMatchObject({
      lamp: "met",
      card: null,
      late: null,
      dueToday: false,
    });
  });

  test("was missed from midnight, by as much as it was late, with its card", () => {
    expect(lightOf(taxi({ stoppedAt: startOf("2011-02-25") }), on("2011-06-01"))).toMatchObject({
      lamp: "missed",
      card: "yellow",
      late: workdays(1),
    });
    expect(nextChange(taxi({ stoppedAt: startOf("2011-02-25") }), on("2011-06-01"))).toBeNull();
  });

  test("while it stood still is judged by when the pause began", () => {
    const withdrawn = taxi({ pausedAt: instant("2011-02-17"), stoppedAt: instant("2011-03-30") });
    expect(lightOf(withdrawn, on("2011-06-01"))).toMatchObject({ lamp: "met", card: null });
  });
});

describe("a provisional light", () => {
  const provisional = (more = {}) => row(instant("2026-12-28"), { unit: "workdays", length: 15 }, more);
  const at = (date: CivilDate) => lightOf(provisional(), on(date));

  test("is neither green nor amber nor, before ten working days, red", () => {
    expect(at("2026-12-29").lamp).toBe("provisional");
    expect(at("2027-01-18")).toMatchObject({ lamp: "provisional", dueToday: true });
    expect(at("2027-01-29")).toMatchObject({ lamp: "provisional", card: null, late: workdays(9) });
    expect(at("2027-02-01")).toMatchObject({ lamp: "red", card: "yellow", late: workdays(10) });
    expect(at("2027-02-05")).toMatchObject({ lamp: "red", card: "red" });
  });

  test("is not missed before it would have been red", () => {
    const stopped = (date: CivilDate) => lightOf(provisional({ stoppedAt: instant(date) }), on("2027-06-01")).lamp;
    expect([stopped("2027-01-29"), stopped("2027-02-01")]).toEqual(["met", "missed"]);
  });
});

describe("the next change", () => {
  test("is midnight in Shanghai for days", () => {
    expect(nextChange(taxi(), on("2011-02-17", "15:20"))).toEqual(endOf("2011-02-17"));
    expect(nextChange(taxi(), on("2011-02-17", "00:00"))).toEqual(endOf("2011-02-17"));
  });

  test("is the next hour, minute or threshold for hours", () => {
    const water = row(instant("2026-09-17", "10:30"), { unit: "hours", length: 24 });
    const next = (date: CivilDate, time: string) => nextChange(water, on(date, time))?.getTime();
    expect(next("2026-09-17", "11:00")).toBe(instant("2026-09-17", "11:30").getTime() + 1);
    expect(next("2026-09-18", "04:00")).toBe(instant("2026-09-18", "04:30").getTime());
    expect(next("2026-09-18", "10:00")).toBe(instant("2026-09-18", "10:00").getTime() + 1);
    expect(next("2026-09-18", "12:00")).toBe(instant("2026-09-18", "12:30").getTime());
  });
});
