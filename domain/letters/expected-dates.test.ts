import { expect, test } from "vitest";
import { inRollback } from "#test/in-rollback.ts";
import { on } from "#test/on.ts";
import { expectedDates } from "./expected-dates.ts";

test(
  "a letter of Monday, 23 November is accepted by Thursday and answered fifteen working days later",
  inRollback(async (db) => {
    const { accept, finish } = await expectedDates(db, "complaint", on("2026-11-23"));
    expect(accept).toEqual({ by: "2026-11-26", term: { unit: "workdays", length: 3 }, provisional: false });
    expect(finish).toEqual({ by: "2026-12-17", term: { unit: "workdays", length: 15 }, provisional: false });
  }),
);

test(
  "holidays move both dates, an inquiry has five days",
  inRollback(async (db) => {
    const { accept, finish } = await expectedDates(db, "inquiry", on("2026-09-30"));
    expect(accept.by).toBe("2026-10-10");
    expect(finish.by).toBe("2026-10-16");
  }),
);

test(
  "an answer beyond the calendar is an expected one, the accepting before it is not",
  inRollback(async (db) => {
    const { accept, finish } = await expectedDates(db, "complaint", on("2026-12-21"));
    expect([accept.provisional, finish.provisional]).toEqual([false, true]);
  }),
);
