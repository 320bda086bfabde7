import type { Standing } from "./calendar.ts";
import { type CivilDate, civilDateOf } from "./civil-date.ts";

/** How long: 工作日, 日 or 小时. Three units, never mixed. */
export interface Term {
  unit: "workdays" | "days" | "hours";
  length: number;
}

/** A stretch in which the clock stood still because the writer was asked. */
export interface Pause {
  fromAt: Date;
  untilAt: Date;
}

/** When a light warns and a card falls. Policy: an administrator may change them. */
export interface Thresholds {
  /** Amber when this share of the term has gone by, in per cent… */
  amberShare: number;
  /** …or when at most so many working days are left after the day. */
  amberLeft: number;
  /** The same for terms of few working days. */
  amberLeftOfShort: number;
  /** How many working days a short term has at most. */
  shortTerm: number;
  /** On which working day after due the cards fall. */
  yellowAfter: number;
  redAfter: number;
  /** A provisional date counts as missed on this working day after it, not before. */
  provisionalLateAfter: number;
}

export const defaultThresholds: Thresholds = {
  amberShare: 75,
  amberLeft: 3,
  amberLeftOfShort: 1,
  shortTerm: 5,
  yellowAfter: 1,
  redAfter: 5,
  provisionalLateAfter: 10,
};

/** One day of the walk from the start to the due date. */
export interface WorkingDay {
  date: CivilDate;
  /** Which day of the term this is; within an extension, which day of the extension; null if it does not count. */
  n: number | null;
  /** Why it does not count; or, on a day that counts, what is special: makeup, extension, roll (the day rolled to). */
  why?: "weekend" | "holiday" | "pause" | "makeup" | "extension" | "roll";
  /** The festival of a holiday or make-up day. */
  name?: string;
}

/** How a date was found (如何算出): stored with its clock, enough to draw the counted calendar without counting again. */
export interface Working {
  /** The policy that set the term, as its key. */
  rule?: string;
  /** The day of the start, which does not count. */
  start: CivilDate;
  term: Term;
  /** Every day after the start up to and including the due day. Empty for hours, and for walks too long to be read. */
  days: WorkingDay[];
  /** Both days included; the instants are what a term in hours was shifted by. */
  pauses: { from: CivilDate; until: CivilDate; fromAt: string; untilAt: string }[];
  /** Calendar days granted on top; 0 for none. */
  extension: number;
  /** Whether the last day, a rest day, was rolled on to the next working day. */
  rolled: boolean;
  dueOn: CivilDate;
  amberOn: CivilDate;
  /** What turned it amber: so much of the term in per cent, or so few working days left. */
  amberBy: { share: number } | { left: number };
  yellowOn: CivilDate;
  redOn: CivilDate;
  /** The year's notice is not there yet: ordinary weekdays were counted. */
  provisional: boolean;
  /** Only on a provisional date: the first day on which its light is red. */
  lateOn?: CivilDate;
  /** The start lies before 《信访工作条例》 (2022-05-01): the page says 按平台现行规则重算. */
  basis?: "current-rules";
}

/** The pauses as a working keeps them. A day touched by a pause, however briefly, is within it. */
export function writtenPauses(pauses: readonly Pause[]): Working["pauses"] {
  return [...pauses]
    .sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime())
    .map(({ fromAt, untilAt }) => ({
      from: civilDateOf(fromAt),
      until: civilDateOf(untilAt),
      fromAt: fromAt.toISOString(),
      untilAt: untilAt.toISOString(),
    }));
}

/** Says of a day whether one of the pauses touches it. */
export function standingIn(pauses: Working["pauses"]): Standing {
  return (date) => pauses.some((pause) => pause.from <= date && date <= pause.until);
}

/**
 * The same for the days after due. A card falls as its day begins, so that a pause which starts later that day cannot take
 * it back: only the days after a pause's first stand still.
 */
export function standingPastDue(pauses: Working["pauses"]): Standing {
  return (date) => pauses.some((pause) => pause.from < date && date <= pause.until);
}
