import type { LetterState } from "#db/schema/letters.ts";
import { letterClocks } from "./clock-kinds.ts";
import type { StepRow } from "./step-row.ts";
import { any, decidable, decided, led, open, promised, supervised } from "./step-states.ts";

const deciders = ["lead", "lead-operator", "addressed"] as const;

/** Read a row as: "answer: from assigned, to answered, by the lead office, in words; then the writer has the judging time". */
export const steps = {
  send: { from: [], to: "submitted", by: ["author"], words: "none", shows: "step", time: { starts: "accept" } },
  /** Telephone, visit, paper: an office writes it down for somebody. */
  enter: { from: [], to: "submitted", by: ["operator"], words: "none", shows: "step", time: { starts: "accept" } },
  convert: {
    from: [],
    to: "submitted",
    by: ["moderator", "leader", "commenter", "clock"],
    words: "none",
    shows: "step",
    time: { starts: "accept" },
  },
  consent: { from: open, to: "same", by: ["commenter"], words: "none", shows: "step", time: {} },
  decline: { from: open, to: "same", by: ["commenter"], words: "none", shows: "nothing", time: {} },
  ask: {
    from: ["submitted", "accepted", "assigned"],
    to: "clarifying",
    by: ["triage", "operator", "lead"],
    words: "required",
    shows: "step",
    time: { pauses: letterClocks, starts: "supply" },
  },
  supply: {
    from: ["clarifying"],
    to: "back",
    by: ["author"],
    words: "required",
    shows: "step",
    time: { stops: ["supply"], resumes: letterClocks },
  },
  abandon: {
    from: ["clarifying"],
    to: "withdrawn",
    by: ["clock"],
    words: "none",
    shows: "step",
    time: { stops: "all" },
  },
  accept: {
    from: ["submitted"],
    to: "accepted",
    by: ["triage", "operator"],
    words: "none",
    shows: "step",
    time: { stops: ["accept"], starts: "finish" },
  },
  refuse: {
    from: ["submitted"],
    to: "refused",
    by: ["triage", "operator"],
    words: "required",
    shows: "words",
    time: { stops: "all" },
  },
  assign: {
    from: ["accepted", "assigned"],
    to: "assigned",
    by: ["triage", "operator", "leader"],
    words: "optional",
    shows: "words",
    time: {},
  },
  instruct: { from: open, to: "same", by: ["leader"], words: "required", shows: "words", time: {} },
  /** 已阅: a leader has read it and leaves it to those who have it. */
  acknowledge: {
    from: [...open, "answered", "closed"],
    to: "same",
    by: ["leader"],
    words: "none",
    shows: "step",
    time: {},
  },
  progress: { from: ["assigned"], to: "same", by: ["lead", "assisting"], words: "required", shows: "words", time: {} },
  note: {
    from: any,
    to: "same",
    by: ["lead", "assisting", "operator", "triage"],
    words: "required",
    shows: "nothing",
    time: {},
  },
  object: {
    from: ["assigned"],
    to: "same",
    by: ["lead"],
    words: "required",
    shows: "words",
    time: { stops: ["object"] },
  },
  uphold: {
    from: ["assigned"],
    to: "accepted",
    by: ["triage", "supervisor"],
    words: "required",
    shows: "words",
    time: {},
  },
  overrule: {
    from: ["assigned"],
    to: "same",
    by: ["triage", "supervisor"],
    words: "required",
    shows: "words",
    time: {},
  },
  extend: { from: ["assigned"], to: "same", by: ["lead"], words: "required", shows: "words", time: {} },
  grant: { from: ["assigned"], to: "same", by: ["head"], words: "optional", shows: "words", time: {} },
  deny: { from: ["assigned"], to: "same", by: ["head"], words: "required", shows: "words", time: {} },
  answer: {
    from: ["assigned"],
    to: "answered",
    by: ["lead", "lead-operator", "addressed"],
    words: "required",
    shows: "words",
    time: { stops: ["finish", "object"], starts: "judging" },
  },
  followUp: {
    from: ["answered", "closed"],
    to: "same",
    by: ["lead", "lead-operator"],
    words: "required",
    shows: "words",
    time: {},
  },
  /** A suggestion is looked into, and then decided; the letter goes its own way beside that. */
  study: { from: ["accepted", ...decidable], to: "same", by: deciders, words: "required", shows: "words", time: {} },
  adopt: { from: decidable, to: "same", by: deciders, words: "required", shows: "words", time: {} },
  adoptPartly: { from: decidable, to: "same", by: deciders, words: "required", shows: "words", time: {} },
  notAdopt: { from: decidable, to: "same", by: deciders, words: "required", shows: "words", time: {} },
  promise: { from: promised, to: "same", by: ["lead", "lead-operator"], words: "required", shows: "words", time: {} },
  keep: { from: any, to: "same", by: ["lead", "lead-operator"], words: "required", shows: "words", time: {} },
  break: { from: any, to: "same", by: ["clock"], words: "none", shows: "step", time: {} },
  rate: {
    from: ["answered"],
    to: "closed",
    by: ["author"],
    words: "optional",
    shows: "words",
    time: { stops: ["judging"] },
  },
  rateLate: { from: ["closed"], to: "same", by: ["author"], words: "optional", shows: "words", time: {} },
  reopen: {
    from: ["answered"],
    to: "assigned",
    by: ["author"],
    words: "required",
    shows: "words",
    time: { stops: ["judging"], starts: "finish" },
  },
  respondRating: {
    from: ["closed"],
    to: "same",
    by: ["lead", "lead-operator"],
    words: "required",
    shows: "words",
    time: { stops: ["respond"] },
  },
  review: { from: decided, to: "same", by: ["author"], words: "required", shows: "step", time: {} },
  recheck: { from: decided, to: "same", by: ["author"], words: "required", shows: "step", time: {} },
  /** 听证 (art. 36): the time it takes is not counted. */
  hear: {
    from: decided,
    to: "same",
    by: ["superior"],
    words: "required",
    shows: "words",
    time: { pauses: ["review"] },
  },
  heard: {
    from: decided,
    to: "same",
    by: ["superior"],
    words: "required",
    shows: "words",
    time: { resumes: ["review"] },
  },
  maintain: {
    from: decided,
    to: "same",
    by: ["superior"],
    words: "required",
    shows: "words",
    time: { stops: ["review"] },
  },
  amend: {
    from: ["answered", "closed"],
    to: "assigned",
    by: ["superior"],
    words: "required",
    shows: "words",
    time: { stops: ["review", "judging", "respond"], starts: "finish" },
  },
  revoke: {
    from: decided,
    to: "accepted",
    by: ["superior"],
    words: "required",
    shows: "words",
    time: { stops: ["review", "judging", "respond"], starts: "finish" },
  },
  lapse: {
    from: ["answered"],
    to: "closed",
    by: ["clock"],
    words: "none",
    shows: "step",
    time: { stops: ["judging"] },
  },
  urge: { from: open, to: "same", by: ["author"], words: "none", shows: "step", time: {} },
  withdraw: { from: open, to: "withdrawn", by: ["author"], words: "none", shows: "step", time: { stops: "all" } },
  merge: { from: open, to: "same", by: ["triage"], words: "optional", shows: "words", time: {} },
  split: { from: open, to: "same", by: ["triage"], words: "optional", shows: "words", time: {} },
  order: { from: supervised, to: "same", by: ["supervisor", "clock"], words: "optional", shows: "words", time: {} },
  respond: {
    from: supervised,
    to: "same",
    by: ["lead", "lead-operator", "operator", "triage"],
    words: "required",
    shows: "words",
    time: {},
  },
  lift: { from: supervised, to: "same", by: ["supervisor", "clock"], words: "optional", shows: "words", time: {} },
  takeOn: { from: open, to: "same", by: ["leader"], words: "optional", shows: "words", time: {} },
  inspect: { from: led, to: "same", by: ["in-charge"], words: "required", shows: "words", time: {} },
  letGo: { from: led, to: "same", by: ["in-charge"], words: "optional", shows: "words", time: {} },
  publish: { from: any, to: "same", by: ["triage", "operator"], words: "none", shows: "step", time: {} },
  redact: { from: any, to: "same", by: ["triage", "operator"], words: "none", shows: "step", time: {} },
  hide: { from: any, to: "same", by: ["triage", "operator"], words: "required", shows: "words", time: {} },
} as const satisfies Record<string, StepRow>;

export type Step = keyof typeof steps;

/** The row of a step, with every column there. */
export const rowOf = (step: Step): StepRow => steps[step];

export const allSteps = Object.keys(steps) as Step[];

/** With these somebody confirms title and text for everybody: they stand on the letter's sheet, not in its course. */
export const confirmingSteps: readonly string[] = ["accept", "publish", "redact"] satisfies Step[];

/** What can happen to a letter in this state, whoever does it. */
export function stepsFrom(state: LetterState): Step[] {
  return allSteps.filter((step) => rowOf(step).from.includes(state));
}
