import { exceptionsIn, noticedYears } from "#db/seed/calendar.ts";
import { type Calendar, makeCalendar } from "#domain/calendar/calendar.ts";
import { type CivilDate, parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { type Now, nowAt } from "#domain/calendar/now.ts";

/** The real working days of 2007-2026, as the platform starts with them. */
export const calendar: Calendar = makeCalendar(
  exceptionsIn(noticedYears).map((day) => ({ ...day, date: parseCivilDate(day.day) })),
  parseCivilDate(`${Math.min(...noticedYears)}-01-01`),
  parseCivilDate(`${Math.max(...noticedYears)}-12-31`),
);

/** `on("2026-09-18")` is nine in the morning of that day in Shanghai; `on("2026-09-18", "23:59")` as it says. */
export function on(date: CivilDate, time = "09:00"): Now {
  return nowAt(instant(date, time), calendar);
}

/** An instant as the wall clock in Shanghai shows it. */
export function instant(date: CivilDate, time = "09:00"): Date {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return new Date(startOf(date).getTime() + (hours * 60 + minutes) * 60_000);
}
