import { addDays, type CivilDate, weekday } from "./civil-date.ts";

export type DayKind = "workday" | "weekend" | "holiday" | "makeup";

export interface CalendarDay {
  date: CivilDate;
  kind: DayKind;
  /** The festival of a holiday, or the one that a make-up day (调休) pays for. */
  name?: string;
  works: boolean;
  /** No notice covers this day yet: an ordinary weekday or weekend is all that can be said. */
  provisional: boolean;
}

export interface Calendar {
  coveredFrom: CivilDate;
  coveredUntil: CivilDate;
  dayOf(date: CivilDate): CalendarDay;
}

export interface CalendarException {
  date: CivilDate;
  kind: "holiday" | "makeup";
  name: string;
}

/** Working days from the exceptions alone: which days rest by statute, and which weekend days work for them. */
export function makeCalendar(
  exceptions: readonly CalendarException[],
  coveredFrom: CivilDate,
  coveredUntil: CivilDate,
): Calendar {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  return {
    coveredFrom,
    coveredUntil,
    dayOf(date) {
      const provisional = date < coveredFrom || date > coveredUntil;
      const exception = byDate.get(date);
      if (exception) {
        return { date, kind: exception.kind, name: exception.name, works: exception.kind === "makeup", provisional };
      }
      const works = weekday(date) <= 5;
      return { date, kind: works ? "workday" : "weekend", works, provisional };
    },
  };
}

/** Whether a clock stands still on a day. */
export type Standing = (date: CivilDate) => boolean;

const never: Standing = () => false;

/** Working days after the first date up to and including the second, without those on which the clock stands still. */
export function workdaysBetween(calendar: Calendar, after: CivilDate, until: CivilDate, standing = never): number {
  let n = 0;
  for (let date = addDays(after, 1); date <= until; date = addDays(date, 1)) {
    if (calendar.dayOf(date).works && !standing(date)) n += 1;
  }
  return n;
}

/** The n-th working day after a date, not counting those on which the clock stands still. */
export function workdayAfter(calendar: Calendar, after: CivilDate, n: number, standing = never): CivilDate {
  let date = after;
  for (let left = n; left > 0; ) {
    date = addDays(date, 1);
    if (calendar.dayOf(date).works && !standing(date)) left -= 1;
  }
  return date;
}
