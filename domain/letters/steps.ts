import type { ClockName } from "#db/schema/clocks.ts";
import type { LetterState } from "#db/schema/letters.ts";
import { letterClocks } from "./clock-kinds.ts";

/**
 * Who takes a step. *operator* keeps the letter's mailbox; *triage* serves the mailbox's region or one above; *lead* and
 * *assisting* are handlers of that office now; *lead-operator* keeps a mailbox in the lead office; *addressed* is the leader
 * written to; *leader* is that leader or one of a region above; *commenter* wrote the comment that became the letter;
 * *head* leads the lead office or keeps its mailbox; *superior* works in the office that decides a review now; *supervisor*
 * serves a supervising office of the mailbox's region or one above; *in-charge* holds the position that leads the case.
 */
export type StepRole =
  | "author"
  | "commenter"
  | "moderator"
  | "triage"
  | "operator"
  | "lead"
  | "assisting"
  | "lead-operator"
  | "addressed"
  | "leader"
  | "in-charge"
  | "head"
  | "superior"
  | "supervisor"
  | "clock";

/** What a step does to time. Supply and judging are the writer's clocks, all others an office's. */
interface Clockwork {
  stops?: readonly ClockName[] | "all";
  starts?: ClockName;
  /** Stands still, or goes on with its dates counted anew. */
  pauses?: readonly ClockName[];
  resumes?: readonly ClockName[];
}

interface Row {
  /** Empty: the step makes the letter. */
  from: readonly LetterState[];
  /** "back": to where it was asked from. */
  to: LetterState | "same" | "back";
  by: readonly StepRole[];
  words: "none" | "optional" | "required";
  /** Once the letter is published, its readers see the step with its words, that it happened, or nothing of it. */
  shows: "words" | "step" | "nothing";
  time: Clockwork;
}

const open = ["submitted", "clarifying", "accepted", "assigned"] as const;
const any = [...open, "answered", "closed", "refused", "withdrawn"] as const;
/** An office's last word was said: it may be asked of the superior office. */
const decided = ["answered", "closed", "refused"] as const;
/** A promise is made by who has the letter, and outlives whatever becomes of it. */
const promised = ["assigned", "answered", "closed"] as const;
/** A suggestion ripens at its own pace: often it becomes a document long after it was answered. */
const decidable = ["assigned", "answered", "closed"] as const;
const deciders = ["lead", "lead-operator", "addressed"] as const;
/** What was ordered is looked into until the matter is done, which may be after the answer. */
const supervised = [...open, "answered", "closed"] as const;
/** A case is led until its letter is over: what came of the answer is looked into as well. */
const led = [...open, "answered"] as const;

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
} as const satisfies Record<string, Row>;

export type Step = keyof typeof steps;

/** The row of a step, with every column there. */
export const rowOf = (step: Step): Row => steps[step];

export const allSteps = Object.keys(steps) as Step[];

/** With these somebody confirms title and text for everybody: they stand on the letter's sheet, not in its course. */
export const confirmingSteps: readonly string[] = ["accept", "publish", "redact"] satisfies Step[];

/** What can happen to a letter in this state, whoever does it. */
export function stepsFrom(state: LetterState): Step[] {
  return allSteps.filter((step) => rowOf(step).from.includes(state));
}

/** Whether offices still have work with it: not answered, not over. */
export function isOpen(state: LetterState): boolean {
  return (open as readonly LetterState[]).includes(state);
}
