import type { Pause } from "./working.ts";

const hour = 3_600_000;

/**
 * The instant at which a clock has run so many hours. Hours run through nights and rest days and stand still exactly as
 * long as a pause lasts: a whole day for a question of ten minutes would make a two-hour term worthless.
 */
export function afterHours(startedAt: Date, hours: number, pauses: readonly Pause[]): Date {
  let at = startedAt.getTime();
  let left = hours * hour;
  for (const pause of [...pauses].sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime())) {
    const runs = Math.max(pause.fromAt.getTime() - at, 0);
    if (left <= runs) break;
    left -= runs;
    at = Math.max(at + runs, pause.untilAt.getTime());
  }
  return new Date(at + left);
}
