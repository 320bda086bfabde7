import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Term, Thresholds } from "#domain/calendar/term.ts";

const workdays = (length: number): Term => ({ unit: "workdays", length });
const days = (length: number): Term => ({ unit: "days", length });
const hours = (length: number): Term => ({ unit: "hours", length });

/**
 * Every number of the platform that an administrator may change, with the value that holds until somebody does.
 * The key is what a clock's working names as its rule.
 */
export const defaults = {
  accept: workdays(3),
  "finish.inquiry": workdays(5),
  "finish.ordinary": workdays(15),
  "finish.hard": days(30),
  "finish.utilities": hours(24),
  "finish.danger": hours(2),
  supply: days(15),
  judging: days(15),
  object: workdays(5),
  respond: workdays(15),
  order: workdays(5),
  review: days(30),
  /** A comment that many support, and a story that names an office, are answered in this time. */
  "comment.answer": workdays(5),
  "story.answer": workdays(5),
  /** So many votes for a comment, and an answer is owed. */
  "comment.owes": 50 as number,
  /** So many votes for a question that a live session left unanswered, and it becomes a letter. */
  "session.debt": 5 as number,
  /** An account is new for so many days. */
  "trust.new": 1 as number,
  /** It stands firmly after so many days, with so many comments that stand and so many votes for them. */
  "trust.days": 30 as number,
  "trust.comments": 5 as number,
  "trust.supports": 5 as number,
  /** Comments in an hour, by the step of trust. */
  "comments.new": 30 as number,
  "comments.verified": 120 as number,
  "comments.established": 300 as number,
  /** Reported by so many people whose accounts stand firmly, a thing is looked at first. */
  "flags.first": 5 as number,
  /** Calendar days in which a moderation may be contested. */
  "grievance.within": 15 as number,
  /** Calendar days that an office may be given beyond its date, once. */
  extension: 15 as number,
  /** Calendar days after an answer or a refusal in which the superior office may be asked (arts. 35-36). */
  "review.ask": 30 as number,
  /** Whether a last day on a rest day moves on to the next working day (Civil Code 203). */
  roll: true as boolean,
  thresholds: {
    amberShare: 75,
    amberLeft: 3,
    amberLeftOfShort: 1,
    shortTerm: 5,
    yellowAfter: 1,
    redAfter: 5,
    provisionalLateAfter: 10,
  } as Thresholds,
  /** Calendar days between two urgings of one letter. */
  "urge.every": 7 as number,
  /** Calendar days after closing in which a writer who kept silent may still rate. */
  "rate.late": 30 as number,
  /** Clocks that started before this day are neither warned of, carded by order nor fed by the timetable: decision 011. */
  "supervision.from": "2022-05-01" as CivilDate,
  /** Hours in which no rating is taken from the address and browser an answer was sent from. */
  "rate.device": 72 as number,
  /** Calendar days after freezing in which an office may contest its score. */
  "contest.within": 15 as number,
  /** Months after closing for which the writer's name and contacts are kept. */
  "retention.months": 6 as number,
};

export type Policies = typeof defaults;
export type PolicyName = keyof Policies;

/** Beyond these no policy goes: 《信访工作条例》 arts. 22-23 for accepting and objecting, art. 34 for finishing, 35-36 for reviews. */
export const legalCaps: Partial<Record<PolicyName, Term>> = {
  accept: days(15),
  "finish.inquiry": days(60),
  "finish.ordinary": days(60),
  "finish.hard": days(60),
  object: workdays(5),
  review: days(30),
};

/** At most so many days are added to a date, and once (art. 34). */
export const mostExtension = 30;
