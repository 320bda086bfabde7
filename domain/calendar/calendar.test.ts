import { describe, expect, test } from "vitest";
import { calendar } from "#test/on.ts";
import { makeCalendar, workdayAfter, workdaysBetween } from "./calendar.ts";

describe("the calendar", () => {
  test("knows weekdays and weekends without being told", () => {
    expect(calendar.dayOf("2026-09-17")).toEqual({
      date: "2026-09-17",
      kind: "workday",
      works: true,
      provisional: false,
    });
    expect(calendar.dayOf("2026-09-19")).toMatchObject({ kind: "weekend", works: false });
  });

  test("rests on holidays and works on make-up days, by name", () => {
    expect(calendar.dayOf("2026-10-01")).toMatchObject({ kind: "holiday", name: "国庆节", works: false });
    expect(calendar.dayOf("2026-09-20")).toMatchObject({ kind: "makeup", name: "国庆节", works: true });
    expect(calendar.dayOf("2026-04-06")).toMatchObject({ name: "清明节" });
  });

  test("is provisional outside the years it covers", () => {
    expect(calendar.dayOf("2026-12-31").provisional).toBe(false);
    expect(calendar.dayOf("2027-01-01")).toMatchObject({ kind: "workday", works: true, provisional: true });
    expect(calendar.dayOf("2006-12-29").provisional).toBe(true);
  });

  test("counts working days after one date up to another", () => {
    expect(workdaysBetween(calendar, "2026-09-18", "2026-09-24")).toBe(5);
    expect(workdaysBetween(calendar, "2026-09-24", "2026-09-27")).toBe(0);
    expect(workdaysBetween(calendar, "2026-09-24", "2026-09-18")).toBe(0);
    expect(workdayAfter(calendar, "2026-09-24", 1)).toBe("2026-09-28");
    expect(workdayAfter(calendar, "2026-09-24", 1, (date) => date === "2026-09-28")).toBe("2026-09-29");
  });

  test("may be empty", () => {
    const empty = makeCalendar([], "2999-01-01", "1000-12-31");
    expect(empty.dayOf("2026-10-01")).toMatchObject({ works: true, provisional: true });
  });
});
