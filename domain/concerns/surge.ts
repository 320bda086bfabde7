import { addDays, type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { poissonTail } from "./poisson.ts";

/** Today and the two days before it are held against the eight weeks before those. */
export const recentDays = 3;
const historyDays = 56;
/** One person who writes often is no crowd. */
export const leastAuthors = 5;
/** Less likely than one in a thousand is no accident. */
const unlikely = 0.001;

export interface Counted {
  /** Letters and comments of the last three days, and by how many people. */
  recent: number;
  authors: number;
  /** Those of the eight weeks before. */
  before: number;
}

export interface Surge {
  /** How many three days would bring by the history alone. */
  expected: number;
  /** How likely so many, or more, would be by it. */
  tail: number;
  surges: boolean;
}

export const recentFrom = (today: CivilDate): Date => startOf(addDays(today, 1 - recentDays));
export const historyFrom = (today: CivilDate): Date => startOf(addDays(today, 1 - recentDays - historyDays));

/**
 * Whether a concern grows beyond its own history. One more is counted into the history than there was, so that what was
 * never heard of before has an expectation too.
 */
export function surgeOf({ recent, authors, before }: Counted): Surge {
  const expected = ((before + 1) / historyDays) * recentDays;
  const tail = poissonTail(recent, expected);
  return { expected, tail, surges: authors >= leastAuthors && tail < unlikely };
}
