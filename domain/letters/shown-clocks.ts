import type { Now } from "#domain/calendar/now.ts";
import { isLit } from "./clock-kinds.ts";
import type { ShownClock } from "./read-public-letter.ts";
import { type Clock, lightOfClock } from "./times.ts";

/** The clocks of a letter with their lights. A right that nobody used in its time has left nothing to show. */
export function shownClocks(times: readonly Clock[], now: Now): ShownClock[] {
  return times
    .filter(({ what, stoppedAt, dueAt }) => what !== "object" || (!stoppedAt && now.at < dueAt))
    .map((clock) => ({ ...clock, light: isLit(clock.what) ? lightOfClock(clock, now) : null }));
}
