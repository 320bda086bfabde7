import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type CivilDate,
  civilDateOf,
  daysBetween,
  endOf,
  isCivilDate,
  parseCivilDate,
  partsOf,
  startOf,
  weekday,
} from "./civil-date.ts";

const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1980-01-01", days));

describe("a civil date", () => {
  test("is read only when the day exists", () => {
    expect(parseCivilDate("2024-02-29")).toBe("2024-02-29");
    for (const text of [
      "2026-02-29",
      "2026-02-30",
      "2026-13-01",
      "2026-1-1",
      "0026-01-01",
      "2026-01-01T00:00",
      "",
      "今天",
    ]) {
      expect(isCivilDate(text)).toBe(false);
      expect(() => parseCivilDate(text)).toThrow(RangeError);
    }
  });

  test("knows its weekday", () => {
    expect(weekday("2026-11-22")).toBe(7);
    expect(weekday("2011-02-17")).toBe(4);
    expect(weekday("1969-12-31")).toBe(3);
  });

  test("crosses months, years and leap days", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
  });

  test("begins and ends at midnight in Shanghai", () => {
    expect(startOf("2026-09-18").toISOString()).toBe("2026-09-17T16:00:00.000Z");
    expect(endOf("2026-09-18").toISOString()).toBe("2026-09-18T16:00:00.000Z");
    expect(civilDateOf(new Date("2026-09-18T15:59:59.999Z"))).toBe("2026-09-18");
    expect(civilDateOf(new Date("2026-09-18T16:00:00.000Z"))).toBe("2026-09-19");
  });

  test("falls into pieces without leading zeros", () => {
    expect(partsOf("2011-03-02")).toEqual({ year: "2011", month: "3", day: "2", weekday: 3 });
  });

  test("counts there and back", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
        expect(civilDateOf(startOf(date))).toBe(date);
        expect(date < addDays(date, 1)).toBe(true);
      }),
    );
  });
});

describe("the zone of the machine", () => {
  // One child for each: a process reads TZ at its start.
  const inZone = (zone: string) =>
    execFileSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { addDays, civilDateOf, startOf, weekday } from ${JSON.stringify(new URL("./civil-date.ts", import.meta.url).href)};
         const dates = ["2026-03-08", "2026-11-01", "2011-01-30"];
         console.log(JSON.stringify(dates.map((d) => [addDays(d, 1), weekday(d), startOf(d), civilDateOf(startOf(d))])));`,
      ],
      { env: { ...process.env, TZ: zone }, encoding: "utf8" },
    );

  test("changes nothing", () => {
    const here: CivilDate[] = ["2026-03-08", "2026-11-01", "2011-01-30"];
    const expected = JSON.stringify(here.map((d) => [addDays(d, 1), weekday(d), startOf(d), civilDateOf(startOf(d))]));
    for (const zone of ["America/New_York", "Pacific/Kiritimati"]) expect(inZone(zone).trim()).toBe(expected);
  });
});
