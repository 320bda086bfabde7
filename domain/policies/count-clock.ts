import type { Now } from "#domain/calendar/now.ts";
import { type ComputedClock, computeClock, type Pause, type Term } from "#domain/calendar/term.ts";
import { defaults, legalCaps, type Policies, type PolicyName } from "./policies.ts";

/** Dates that somebody named do not roll on to a working day. */
const unrolled: readonly string[] = ["instruction", "promise", "order.named"];

export interface Counting {
  startedAt: Date;
  term: Term;
  rule: string;
  pauses: Pause[];
  extensionDays?: number;
}

/** The date by policy, or by law where the policy goes beyond it. */
export function countClock(counting: Counting, policies: Policies, now: Now): ComputedClock {
  const { calendar } = now;
  const { thresholds } = policies;
  const roll = policies.roll && !unrolled.includes(counting.rule);
  const clock = computeClock({ ...counting, roll, calendar, thresholds });
  const cap = legalCaps[counting.rule as PolicyName];
  if (!cap || policies[counting.rule as PolicyName] === defaults[counting.rule as PolicyName]) return clock;
  const capped = computeClock({ ...counting, term: cap, roll, calendar, thresholds });
  return capped.dueAt < clock.dueAt ? capped : clock;
}
