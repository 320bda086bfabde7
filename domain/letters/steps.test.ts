import { describe, expect, test } from "vitest";
import { letterState } from "#db/schema/letters.ts";
import { isOpen } from "./step-states.ts";
import { allSteps, rowOf, type Step, stepsFrom } from "./steps.ts";

const states = letterState.enumValues;

describe("the table of steps", () => {
  test("leads from submitted to every state", () => {
    const reached = new Set<string>(["submitted"]);
    for (let grown = true; grown; ) {
      const before = reached.size;
      for (const step of allSteps) {
        const { from, to } = rowOf(step);
        if (to !== "same" && to !== "back" && from.some((state) => reached.has(state))) reached.add(to);
      }
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test.each(states)("says of %s what can happen, and every step it names starts there", (state) => {
    for (const step of stepsFrom(state)) expect(rowOf(step).from).toContain(state);
  });

  test("nothing but the superior office's word moves a letter that is over", () => {
    const moving = (state: (typeof states)[number]) => stepsFrom(state).filter((step) => rowOf(step).to !== "same");
    expect(moving("withdrawn")).toEqual([]);
    expect(moving("refused")).toEqual(["revoke"]);
    expect(moving("closed")).toEqual(["amend", "revoke"]);
    for (const step of moving("closed")) expect(rowOf(step).by).toEqual(["superior"]);
  });

  test("the timetable never speaks for a person, and everybody else never for the timetable", () => {
    // It orders and lifts by the lights, and makes letters of what a live session left owed.
    const shared: Step[] = ["order", "lift", "convert"];
    for (const step of allSteps) {
      const { by } = rowOf(step);
      if (by.includes("clock") && !shared.includes(step)) expect(by).toEqual(["clock"]);
    }
  });

  test("is open while offices have work with it", () => {
    expect(states.filter(isOpen)).toEqual(["submitted", "clarifying", "accepted", "assigned"]);
  });
});
