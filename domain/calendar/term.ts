import { type Calendar, type Standing, workdayAfter } from "./calendar.ts";
import { type CivilDate, civilDateOf, daysBetween, endOf, startOf } from "./civil-date.ts";
import { amberOf, countDays } from "./count-days.ts";
import { afterHours } from "./count-hours.ts";
import {
  defaultThresholds,
  type Pause,
  standingIn,
  standingPastDue,
  type Term,
  type Thresholds,
  type Working,
  writtenPauses,
} from "./working.ts";

export type { Pause, Term, Thresholds, Working } from "./working.ts";

export interface ClockInput {
  startedAt: Date;
  term: Term;
  /** Only those that are over: while one lasts, the clock stands still and its dates wait. */
  pauses: readonly Pause[];
  extensionDays?: number;
  /** Whether a last day on a rest day moves on to the next working day. Off for a date somebody named. */
  roll: boolean;
  calendar: Calendar;
  thresholds?: Thresholds;
  /** The policy that set the term, kept for 如何算出. */
  rule?: string;
}

export interface ComputedClock {
  dueOn: CivilDate;
  /** 24:00 of the due day; in hours, the instant itself. From this instant on it is late. */
  dueAt: Date;
  amberAt: Date;
  yellowAt: Date;
  redAt: Date;
  provisional: boolean;
  working: Working;
}

/** 《信访工作条例》 is in force from this day. */
export const lawInForce: CivilDate = "2022-05-01";

/** Beyond half a year of days nobody reads a calendar table: the working then tells the ends alone. */
const readableDays = 183;

/**
 * When something is due, warned of and carded. The first day does not count, a day touched by a pause does not either, an
 * extension adds calendar days (《信访工作条例》 art. 34), a last day on a rest day rolls on (Civil Code 203).
 */
export function computeClock(input: ClockInput): ComputedClock {
  if (!Number.isInteger(input.term.length) || input.term.length < 0)
    throw new RangeError(`no term: ${input.term.length}`);
  const found = input.term.unit === "hours" ? inHours(input) : inDays(input);
  const { working } = found;
  return {
    ...found,
    dueOn: working.dueOn,
    yellowAt: startOf(working.yellowOn),
    redAt: startOf(working.redOn),
    provisional: working.provisional,
  };
}

/** The term that ends on a date somebody named (a promise, an earlier date in an instruction): calendar days, no roll. */
export function termUntil(startedAt: Date, date: CivilDate): Term {
  return { unit: "days", length: daysBetween(civilDateOf(startedAt), date) };
}

type Found = Pick<ComputedClock, "dueAt" | "amberAt" | "working">;

function inDays(input: ClockInput): Found {
  const { calendar, term, roll, extensionDays: extension = 0, thresholds = defaultThresholds } = input;
  const start = civilDateOf(input.startedAt);
  const pauses = writtenPauses(input.pauses);
  const walk = { start, term, extension, roll, calendar, standing: standingIn(pauses) };
  const { days, dueOn, rolled } = countDays(walk);
  const amber = amberOf(walk, days, dueOn, thresholds);
  // A day that somebody named, or that calendar days lead to, needs no notice of holidays.
  const named = term.unit === "days" && !roll;
  const provisional = !named && [start, dueOn].some((date) => calendar.dayOf(date).provisional);
  return {
    dueAt: endOf(dueOn),
    amberAt: startOf(amber.amberOn),
    working: {
      ...origin(input, start),
      days: days.length > readableDays ? [] : days,
      pauses,
      extension,
      rolled,
      dueOn,
      ...amber,
      ...cards(dueOn, provisional, calendar, standingPastDue(pauses), thresholds),
    },
  };
}

function inHours(input: ClockInput): Found {
  const { startedAt, term, calendar, extensionDays: extension = 0, thresholds = defaultThresholds } = input;
  const hours = term.length + 24 * extension;
  const dueAt = afterHours(startedAt, hours, input.pauses);
  const amberAt = afterHours(startedAt, (hours * thresholds.amberShare) / 100, input.pauses);
  // Due at midnight sharp is 24:00 of the day before.
  const dueOn = civilDateOf(new Date(dueAt.getTime() - 1));
  const pauses = writtenPauses(input.pauses);
  return {
    dueAt,
    amberAt,
    working: {
      ...origin(input, civilDateOf(startedAt)),
      days: [],
      pauses,
      extension,
      rolled: false,
      dueOn,
      amberOn: civilDateOf(amberAt),
      amberBy: { share: thresholds.amberShare },
      // Hours need no calendar, so that the date is certain however far away the next notice is.
      ...cards(dueOn, false, calendar, standingPastDue(pauses), thresholds),
    },
  };
}

function origin({ rule, term }: ClockInput, start: CivilDate): Pick<Working, "rule" | "start" | "term" | "basis"> {
  return { ...(rule && { rule }), start, term, ...(start < lawInForce && { basis: "current-rules" as const }) };
}

/** The cards after due. On a provisional date nobody is late before the tenth working day, and the cards wait as long. */
function cards(
  dueOn: CivilDate,
  provisional: boolean,
  calendar: Calendar,
  standing: Standing,
  thresholds: Thresholds,
): Pick<Working, "yellowOn" | "redOn" | "provisional" | "lateOn"> {
  const wait = provisional ? thresholds.provisionalLateAfter - 1 : 0;
  const after = (n: number) => workdayAfter(calendar, dueOn, n, standing);
  return {
    yellowOn: after(wait + thresholds.yellowAfter),
    redOn: after(wait + thresholds.redAfter),
    provisional,
    ...(provisional && { lateOn: after(wait + 1) }),
  };
}
