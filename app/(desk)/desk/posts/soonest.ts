import { hourWords } from "#components/letters/date-words.ts";
import { civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";

/** An instant as a form's own clock reads it, on the wall in Shanghai: 2026-11-23T09:00. */
export function wallClock(at: Date): string {
  return `${civilDateOf(at)}T${hourWords(at)}`;
}

/** Nothing is scheduled into the past. */
export function soonest(now: Now): string {
  return wallClock(now.at);
}
