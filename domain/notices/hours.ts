import { addDays, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";

const hour = 3_600_000;

/** Whole hours in Shanghai, where a day has twenty-four. */
export interface QuietHours {
  quietFrom: number;
  quietUntil: number;
}

/** When it may be spoken again; null outside of the quiet hours. From and until the same: it is never quiet. */
export function endOfQuiet({ quietFrom, quietUntil }: QuietHours, { at, today }: Now): Date | null {
  const since = (at.getTime() - startOf(today).getTime()) / hour;
  const overNight = quietFrom > quietUntil;
  const quiet = overNight ? since >= quietFrom || since < quietUntil : since >= quietFrom && since < quietUntil;
  if (!quiet) return null;
  const day = overNight && since >= quietFrom ? addDays(today, 1) : today;
  return new Date(startOf(day).getTime() + quietUntil * hour);
}

/** The next time it is this hour. */
export function nextAt(digestHour: number, { at, today }: Now): Date {
  const todays = new Date(startOf(today).getTime() + digestHour * hour);
  return todays > at ? todays : new Date(startOf(addDays(today, 1)).getTime() + digestHour * hour);
}
