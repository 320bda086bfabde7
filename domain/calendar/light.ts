import { endOf, startOf } from "./civil-date.ts";
import type { Now } from "./now.ts";
import { nextTick, type RunningClock, readingOf, type TimeLeft, timeLeft } from "./time-left.ts";
import type { Working } from "./working.ts";

/** A warning while the clock runs; how it went once it has stopped. */
export type Lamp = "green" | "amber" | "red" | "paused" | "provisional" | "met" | "missed";

/** What everybody sees of a clock that an office owns. */
export interface Light extends TimeLeft {
  lamp: Lamp;
  /** The penalty, which stays when the clock has stopped. */
  card: null | "yellow" | "red";
}

/** A row of `clocks`. */
export interface LitClock extends RunningClock {
  amberAt: Date | null;
  yellowAt: Date | null;
  redAt: Date | null;
  working: RunningClock["working"] & Pick<Working, "provisional" | "lateOn">;
}

/**
 * Light and card of a clock. Only for clocks that an office owns: the writer's own (supply, judging) give a sentence and a
 * date, so that `timeLeft` is all there is to say about them.
 */
export function lightOf(clock: LitClock, now: Now): Light {
  return { lamp: lampOf(clock, now), card: cardOf(clock, now), ...timeLeft(clock, now) };
}

function lampOf(clock: LitClock, now: Now): Lamp {
  const late = readingOf(clock, now) >= lateAtOf(clock);
  if (clock.stoppedAt) return late ? "missed" : "met";
  if (clock.pausedAt) return "paused";
  if (late) return "red";
  if (clock.working.provisional) return "provisional";
  return clock.amberAt && now.at >= clock.amberAt ? "amber" : "green";
}

function cardOf(clock: LitClock, now: Now): Light["card"] {
  const at = readingOf(clock, now);
  if (clock.redAt && at >= clock.redAt) return "red";
  if (clock.yellowAt && at >= clock.yellowAt) return "yellow";
  return null;
}

/** A date counted without its year's notice may be wrong by a holiday: nobody is late before ten working days more. */
function lateAtOf({ dueAt, working }: LitClock): Date {
  return working.lateOn ? startOf(working.lateOn) : dueAt;
}

/**
 * The next instant at which light, card or time may read differently, so that a finished page expires then and not later.
 * Null when the clock stands: what it shows changes only by an event.
 */
export function nextChange(clock: LitClock, now: Now): Date | null {
  if (clock.stoppedAt || clock.pausedAt) return null;
  // Whatever is counted in days changes at midnight, its thresholds and both cards too.
  const instants = [endOf(now.today)];
  if (clock.working.term.unit === "hours") {
    instants.push(clock.dueAt, nextTick(clock.dueAt, now.at), ...(clock.amberAt ? [clock.amberAt] : []));
  }
  return new Date(Math.min(...instants.map((at) => at.getTime()).filter((at) => at > now.at.getTime())));
}
