import type { Tx } from "#db/transact.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { addDays, civilDateOf, startOf } from "#domain/calendar/civil-date.ts";
import { type Now, nowAt } from "#domain/calendar/now.ts";
import { remindLeaders } from "#domain/led-cases/remind-leaders.ts";
import { abandonUnsupplied, lapseJudgings } from "#domain/letters/lapse.ts";
import { breakPromises } from "#domain/letters/promise-letter.ts";
import { endMootOrders } from "#domain/supervision/climb-ladder.ts";
import { keepLightDay } from "#domain/supervision/light-days.ts";
import { tellLights } from "#domain/supervision/tell-lights.ts";

/** Something that happened at its own time, done by the domain's own function. */
export interface Act {
  at: Date;
  /** The record does not say the exact hour. */
  approx?: boolean;
  run(tx: Tx, now: Now): Promise<unknown>;
}

/**
 * Plays the acts in the order of their dates, and at the beginning of each civil day what the timetable would have done,
 * so that every rule has spoken by the end. Acts of one instant keep the order in which they were given.
 */
export async function play(tx: Tx, acts: Act[], calendar: Calendar, until: Date): Promise<void> {
  const dated = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
  const first = dated[0];
  if (!first) return;
  let day = addDays(civilDateOf(first.at), 1);
  const playDays = async (before: Date) => {
    for (; startOf(day) <= before; day = addDays(day, 1)) await playDay(tx, nowAt(startOf(day), calendar));
  };
  for (const act of dated) {
    await playDays(act.at);
    await act.run(tx, { ...nowAt(act.at, calendar), ...(act.approx && { approx: true }) });
  }
  await playDays(until);
}

export async function playDay(tx: Tx, now: Now): Promise<void> {
  await lapseJudgings(tx, now);
  await abandonUnsupplied(tx, now);
  await breakPromises(tx, now);
  await remindLeaders(tx, now);
  await endMootOrders(tx, now);
  await tellLights(tx, now);
  await keepLightDay(tx, now);
}
