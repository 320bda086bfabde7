import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import { nowAt } from "#domain/calendar/now.ts";
import { calendar, on } from "#test/on.ts";
import { momentsBefore } from "./days.ts";
import { handlingLetters } from "./handling.ts";
import { demoLetters } from "./letters.ts";
import { demoPosts } from "./posts.ts";

test("counts back over a holiday with its make-up days", () => {
  const when = momentsBefore(on("2026-10-08", "12:00"));
  expect(civilDateOf(when({ workdays: 0, time: "08:00" }))).toBe("2026-10-08");
  expect(civilDateOf(when({ workdays: 1, time: "08:00" }))).toBe("2026-09-30");
});

test("before nine in the morning the day has not begun", () => {
  const when = momentsBefore(on("2026-10-08", "08:59"));
  expect(civilDateOf(when({ workdays: 0, time: "08:00" }))).toBe("2026-09-30");
});

test("nothing of the demonstration lies in the future, whenever it starts", () => {
  const said = demoPosts.flatMap((post) => [
    post.at,
    ...post.comments.flatMap((c) => [c.at, ...(c.replies ?? []).map((r) => r.at)]),
  ]);
  const done = [...demoLetters, ...handlingLetters].flatMap((letter) => [
    letter.sent,
    ...letter.steps.map((step) => step.at),
  ]);
  fc.assert(
    fc.property(fc.date({ min: new Date("2026-03-01"), max: new Date("2026-12-31"), noInvalidDate: true }), (at) => {
      const when = momentsBefore(nowAt(at, calendar));
      for (const ago of [...said, ...done]) expect(when(ago).getTime()).toBeLessThanOrEqual(at.getTime());
    }),
    { numRuns: 50 },
  );
});

test("every letter's steps stand in the order of their dates", () => {
  const when = momentsBefore(on("2026-11-20", "12:00"));
  for (const { title, sent, steps } of [...demoLetters, ...handlingLetters]) {
    const times = [sent, ...steps.map(({ at }) => at)].map((ago) => when(ago).getTime());
    expect(times, title).toEqual([...times].sort((a, b) => a - b));
  }
});
