import { expect, test } from "vitest";
import { calendar, instant } from "#test/on.ts";
import { daysToldIn } from "./days-told.ts";
import { computeClock } from "./term.ts";

test("days that do not count or are special are told in stretches, by reason and festival", () => {
  const { working } = computeClock({
    startedAt: instant("2011-01-30"),
    term: { unit: "workdays", length: 15 },
    pauses: [{ fromAt: instant("2011-02-16"), untilAt: instant("2011-02-17") }],
    roll: true,
    calendar,
  });
  expect(daysToldIn(working)).toEqual([
    { why: "holiday", name: "春节", stretches: [{ from: "2011-02-02", until: "2011-02-08", days: 7 }] },
    { why: "makeup", name: "春节", stretches: [{ from: "2011-02-12", until: "2011-02-12", days: 1 }] },
    {
      why: "weekend",
      stretches: [
        { from: "2011-02-13", until: "2011-02-13", days: 1 },
        { from: "2011-02-19", until: "2011-02-20", days: 2 },
        { from: "2011-02-26", until: "2011-02-27", days: 2 },
      ],
    },
    { why: "pause", stretches: [{ from: "2011-02-16", until: "2011-02-17", days: 2 }] },
  ]);
});
