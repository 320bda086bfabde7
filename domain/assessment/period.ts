import type { ReportKind } from "#db/schema/assessment.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";

/** What a report or a draw is about: 2026-10 is a month, 2026 a year. */
export type Month = `${number}-${number}`;
export type Period = Month | `${number}`;

const monthShape = /^[12]\d{3}-(0[1-9]|1[0-2])$/;
const yearShape = /^[12]\d{3}$/;

/** Whatever stands in an address is not sent to the database before it looks like a period. */
export const isPeriod = (text: string): text is Period => monthShape.test(text) || yearShape.test(text);
export const isMonth = (text: string): text is Month => monthShape.test(text);

export const kindOf = (period: Period): ReportKind => (isMonth(period) ? "month" : "year");

/** First and last day. */
export function daysOf(period: Period): { from: CivilDate; to: CivilDate } {
  const from = (isMonth(period) ? `${period}-01` : `${period}-01-01`) as CivilDate;
  const next = (isMonth(period) ? `${monthAfter(period)}-01` : `${Number(period) + 1}-01-01`) as CivilDate;
  return { from, to: addDays(next, -1) };
}

export const monthOf = (day: CivilDate): Month => day.slice(0, 7) as Month;
export const monthBefore = (month: Month): Month => monthOf(addDays(`${month}-01` as CivilDate, -1));
export const monthAfter = (month: Month): Month => monthOf(addDays(`${month}-01` as CivilDate, 31));
export const yearOf = (month: Month): Period => month.slice(0, 4) as Period;

/** The nth working day of a month: counted from its first day. */
export function workdayOf(month: Month, n: number, calendar: Calendar): CivilDate {
  let day = addDays(`${month}-01` as CivilDate, -1);
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (calendar.dayOf(day).works) left -= 1;
  }
  return day;
}
