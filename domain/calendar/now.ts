import type { Calendar } from "./calendar.ts";
import { type CivilDate, civilDateOf } from "./civil-date.ts";

/** What every domain function is told about time: the instant, the day in Shanghai, and which days work. */
export interface Now {
  at: Date;
  today: CivilDate;
  calendar: Calendar;
  /** The record does not say the exact hour: only what is loaded from old papers has such instants. */
  approx?: boolean;
}

export function nowAt(at: Date, calendar: Calendar): Now {
  return { at, today: civilDateOf(at), calendar };
}
