import type { ClockName } from "#db/schema/clocks.ts";
import type { LetterState } from "#db/schema/letters.ts";

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

/** What the table says of a step. */
export interface StepRow {
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
