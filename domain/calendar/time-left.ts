import { type Standing, workdaysBetween } from "./calendar.ts";
import { addDays, type CivilDate, civilDateOf, daysBetween } from "./civil-date.ts";
import type { Now } from "./now.ts";
import { standingIn, standingPastDue, type Working } from "./working.ts";

/** What a clock must tell before its time can be said; a row of `clocks` is one. */
export interface RunningClock {
  dueAt: Date;
  /** Since when it stands still; null while it runs. */
  pausedAt: Date | null;
  stoppedAt: Date | null;
  working: Pick<Working, "term" | "pauses" | "dueOn">;
}

export interface Span {
  unit: "workdays" | "days" | "hours" | "minutes";
  n: number;
}

export interface TimeLeft {
  /** Until due: 还剩 4 个工作日. Null when late. */
  left: Span | null;
  /** Past due: 超期 2 个工作日. Null before. */
  late: Span | null;
  /** 今天到期 takes the place of 还剩. */
  dueToday: boolean;
}

const minute = 60_000;
const hour = 60 * minute;

/** The instant that counts for a clock: when it stopped, since when it stands still, otherwise now. */
export function readingOf(clock: RunningClock, now: Now): Date {
  return clock.pausedAt ?? clock.stoppedAt ?? now.at;
}

/**
 * How long a clock still has or how late it is, in the unit of its term, at the instant it stopped, paused or now.
 * Where no working day lies between (Saturday after a Friday), calendar days are told instead of none.
 */
export function timeLeft(clock: RunningClock, now: Now): TimeLeft {
  const at = readingOf(clock, now);
  const { dueOn, term } = clock.working;
  const today = civilDateOf(at);
  const isLate = at >= clock.dueAt;
  const running = clock.pausedAt === null && clock.stoppedAt === null;
  return {
    ...(term.unit === "hours"
      ? inHours(clock.dueAt, at)
      : isLate
        ? lateInDays(clock, today, now)
        : leftInDays(clock, today, now)),
    dueToday: running && !isLate && today === dueOn,
  };
}

function leftInDays(clock: RunningClock, today: CivilDate, now: Now): Pick<TimeLeft, "left" | "late"> {
  // The day of a pause will not count, so that it is still to come.
  const after = clock.pausedAt ? addDays(today, -1) : today;
  return { left: spanOfDays(clock, after, clock.working.dueOn, now, standingIn(clock.working.pauses)), late: null };
}

function lateInDays(clock: RunningClock, today: CivilDate, now: Now): Pick<TimeLeft, "left" | "late"> {
  return {
    left: null,
    late: spanOfDays(clock, clock.working.dueOn, today, now, standingPastDue(clock.working.pauses)),
  };
}

function spanOfDays(clock: RunningClock, after: CivilDate, until: CivilDate, now: Now, standing: Standing): Span {
  const days: Span = { unit: "days", n: daysBetween(after, until) };
  if (clock.working.term.unit === "days") return days;
  const n = workdaysBetween(now.calendar, after, until, standing);
  return n > 0 || days.n === 0 ? { unit: "workdays", n } : days;
}

/** Full hours, below one minutes: never more than there is, and never none. */
function inHours(dueAt: Date, at: Date): Pick<TimeLeft, "left" | "late"> {
  const millis = Math.abs(dueAt.getTime() - at.getTime());
  const span: Span =
    millis < hour
      ? { unit: "minutes", n: Math.max(Math.floor(millis / minute), 1) }
      : { unit: "hours", n: Math.floor(millis / hour) };
  return at >= dueAt ? { left: null, late: span } : { left: span, late: null };
}

/** The next instant after now at which the time of a running clock in hours reads differently. */
export function nextTick(dueAt: Date, at: Date): Date {
  const left = dueAt.getTime() - at.getTime();
  const unit = Math.abs(left) < hour ? minute : hour;
  const units = Math.floor(Math.abs(left) / unit);
  // What is left reads n until one millisecond past n; what is late reads n until n + 1.
  return new Date(left > 0 ? dueAt.getTime() - units * unit + 1 : dueAt.getTime() + (units + 1) * unit);
}
