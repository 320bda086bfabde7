import { expect, test } from "vitest";
import { instant, on } from "#test/on.ts";
import { endOfQuiet, nextAt } from "./hours.ts";

const night = { quietFrom: 22, quietUntil: 7 };
const noon = { quietFrom: 12, quietUntil: 14 };

test.each([
  ["21:59", night, null],
  ["22:00", night, instant("2026-09-19", "07:00")],
  ["23:30", night, instant("2026-09-19", "07:00")],
  ["06:59", night, instant("2026-09-18", "07:00")],
  ["07:00", night, null],
  ["11:59", noon, null],
  ["12:00", noon, instant("2026-09-18", "14:00")],
  ["14:00", noon, null],
  ["03:00", { quietFrom: 5, quietUntil: 5 }, null],
  ["05:00", { quietFrom: 5, quietUntil: 5 }, null],
])("at %s it is quiet or not", (time, hours, until) => {
  expect(endOfQuiet(hours, on("2026-09-18", time))).toEqual(until);
});

test("a digest waits for the next time it is its hour", () => {
  expect(nextAt(8, on("2026-09-18", "07:59"))).toEqual(instant("2026-09-18", "08:00"));
  expect(nextAt(8, on("2026-09-18", "08:00"))).toEqual(instant("2026-09-19", "08:00"));
  expect(nextAt(0, on("2026-12-31", "09:00"))).toEqual(instant("2027-01-01", "00:00"));
});
