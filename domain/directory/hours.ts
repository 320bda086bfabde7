import type { CalendarDay } from "#domain/calendar/calendar.ts";
import { startOf, weekday } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";

/** From–until on the wall clock in Shanghai: ["08:30", "12:00"]. The end of a day is "24:00". */
export type Stretch = [from: string, until: string];

/** When somebody answers a telephone. */
export interface Hours {
  /** Monday first, seven of them. */
  week: Stretch[][];
  /** On the statutory holidays, whatever weekday they fall on. */
  holiday: Stretch[];
}

/** Nothing was said: nobody can tell whether somebody should have answered. */
export const saysNothing = ({ week, holiday }: Hours): boolean => [...week, holiday].every((day) => day.length === 0);

/** A make-up day (调休) has Monday's hours, a holiday its own, any other day its weekday's. */
export function hoursOn({ week, holiday }: Hours, day: CalendarDay): Stretch[] {
  if (day.kind === "holiday") return holiday;
  return week[day.kind === "makeup" ? 0 : weekday(day.date) - 1] ?? [];
}

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours * 60 + minutes;
};

/** Whether somebody answers now, and the next instant today at which that changes. */
export function answering(hours: Hours, { at, today, calendar }: Now): { open: boolean; changesAt: Date | null } {
  const midnight = startOf(today).getTime();
  const minute = (at.getTime() - midnight) / 60_000;
  const stretches = hoursOn(hours, calendar.dayOf(today)).map(([from, until]) => [minutesOf(from), minutesOf(until)]);
  const next = stretches.flat().filter((edge) => edge > minute);
  return {
    open: stretches.some(([from, until]) => from! <= minute && minute < until!),
    changesAt: next.length > 0 ? new Date(midnight + Math.min(...next) * 60_000) : null,
  };
}

const time = /^([01]?\d|2[0-3]):([0-5]\d)$|^24:00$/;

/** Reads "8:30-12:00，14:30－17:30" as people type it; null where it is no such thing. Nothing typed is nobody there. */
export function readStretches(typed: string): Stretch[] | null {
  const parts = typed
    .normalize("NFKC")
    .replaceAll(/\s*(?:[-–—~～]|至|到)\s*/g, "-")
    .split(/[\s,，;；、]+/)
    .filter(Boolean);
  const stretches = parts.map((part) => part.split("-").map(padded));
  const valid = stretches.every(
    (ends) => ends.length === 2 && ends.every((end) => time.test(end)) && ends[0]! < ends[1]!,
  );
  if (!valid) return null;
  const sorted = (stretches as Stretch[]).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.every(([from], i) => i === 0 || from >= sorted[i - 1]![1]) ? sorted : null;
}

const padded = (typed: string) => typed.trim().padStart(5, "0");

/** As it is typed and shown: 08:30-12:00 14:30-17:30. */
export const writeStretches = (stretches: readonly Stretch[]): string =>
  stretches.map(([from, until]) => `${from}-${until}`).join(" ");

/** Weekdays with the same hours stand together: 周一至周五. */
export function sameDays({ week }: Hours): { first: number; last: number; stretches: Stretch[] }[] {
  const runs: { first: number; last: number; stretches: Stretch[] }[] = [];
  for (const [place, stretches] of week.entries()) {
    const before = runs.at(-1);
    if (before && writeStretches(before.stretches) === writeStretches(stretches)) before.last = place + 1;
    else runs.push({ first: place + 1, last: place + 1, stretches });
  }
  return runs.filter(({ stretches }) => stretches.length > 0);
}
