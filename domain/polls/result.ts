import type { Round } from "./runoff.ts";

/** What came out, as it was counted once and sealed. Options are named by their places from 0. */
export interface PollResult {
  /** Votes of each option; of an order of preference those of the last round. */
  counts: number[];
  /** The instant run-off, round by round; null where nothing was ranked. */
  rounds: Round[] | null;
  /** More than one when they are level; none when nobody voted. */
  winners: number[];
}

/** One option or several: each ballot gives each option it names one vote. */
export function countVotes(options: number, ballots: readonly (readonly number[])[]): PollResult {
  const counts = Array.from({ length: options }, () => 0);
  for (const choices of ballots) for (const choice of choices) counts[choice] = counts[choice]! + 1;
  const top = Math.max(...counts);
  return { counts, rounds: null, winners: top === 0 ? [] : placesOf(counts, top) };
}

const placesOf = (counts: readonly number[], wanted: number) =>
  counts.flatMap((count, place) => (count === wanted ? [place] : []));
