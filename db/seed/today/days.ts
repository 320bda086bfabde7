import { addDays, type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Ago } from "./demo-letter.ts";

/** Nothing of the demonstration happens later than this on the last day. */
const lastHour = 9;

/**
 * When something happened, counted back from the first start: nought is the last working day on which it has already
 * been nine o'clock, so that nothing lies in the future.
 */
export function momentsBefore(now: Now): (ago: Ago) => Date {
  const works = (day: CivilDate) => now.calendar.dayOf(day).works;
  const back = (from: CivilDate) => {
    let day = addDays(from, -1);
    while (!works(day)) day = addDays(day, -1);
    return day;
  };
  const tooEarly = now.at.getTime() < startOf(now.today).getTime() + lastHour * 3_600_000;
  const last = works(now.today) && !tooEarly ? now.today : back(now.today);

  return ({ workdays, time }) => {
    let day = last;
    for (let n = 0; n < workdays; n += 1) day = back(day);
    const [hours, minutes] = time.split(":").map(Number) as [number, number];
    return new Date(startOf(day).getTime() + (hours * 60 + minutes) * 60_000);
  };
}
