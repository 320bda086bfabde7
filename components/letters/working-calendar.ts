import { addDays, type CivilDate, partsOf, weekday } from "#domain/calendar/civil-date.ts";
import type { Working, WorkingDay } from "#domain/calendar/working.ts";

export type CellMark = "start" | "amber" | "due" | "ended" | "today" | "yellow" | "red";

/** One day of the counted calendar. */
export interface Cell {
  date: CivilDate;
  /** 5, or 3/1 where the month begins or the table does. */
  day: string;
  /** Which day of the term; null where none is counted. */
  n: number | null;
  why: WorkingDay["why"] | "outside" | null;
  marks: CellMark[];
}

interface Marked {
  /** From this day on it stands still: nothing is counted until it goes on. */
  standing?: CivilDate | null;
  /** Only what an office owns turns amber. */
  ofOffice: boolean;
  ended: CivilDate | null;
  today: CivilDate;
}

/**
 * The weeks from the day of the start to the due day, Monday first; on to the end, or today, when that came later. What
 * is too long to be read (more than ten weeks) ends with the due day.
 */
export function weeksOf(working: Working, { standing, ofOffice, ended, today }: Marked): Cell[][] {
  if (working.days.length === 0) return [];
  const last = lastOf(working, ended ?? today);
  const counted = new Map(working.days.map((day) => [day.date, day]));
  const marks: [CellMark, CivilDate | null][] = [
    ["start", working.start],
    ["ended", ended],
    ["due", working.dueOn],
    ["amber", ofOffice ? working.amberOn : null],
    ["yellow", ofOffice && (ended ?? today) >= working.yellowOn ? working.yellowOn : null],
    ["red", ofOffice && (ended ?? today) >= working.redOn ? working.redOn : null],
    ["today", ended ? null : today],
  ];
  const weeks: Cell[][] = [];
  const first = addDays(working.start, 1 - weekday(working.start));
  for (let date = first; date <= last || weekday(date) !== 1; date = addDays(date, 1)) {
    if (weekday(date) === 1) weeks.push([]);
    const stands = standing != null && date >= standing;
    const day = stands ? undefined : counted.get(date);
    weeks.at(-1)!.push({
      date,
      day: dayOf(date, date === first),
      n: day?.n ?? null,
      why: whyOf(date, day, stands && date <= today, working.start),
      marks: marks.filter(([, on]) => on === date).map(([mark]) => mark),
    });
  }
  return weeks;
}

function whyOf(date: CivilDate, day: WorkingDay | undefined, stood: boolean, start: CivilDate): Cell["why"] {
  if (stood) return "pause";
  if (day) return day.why ?? null;
  return date === start ? null : "outside";
}

function lastOf({ start, dueOn }: Working, end: CivilDate): CivilDate {
  const tooLong = end > addDays(start, 70);
  return end > dueOn && !tooLong ? end : dueOn;
}

function dayOf(date: CivilDate, first: boolean): string {
  const { month, day } = partsOf(date);
  return first || day === "1" ? `${month}/${day}` : day;
}
