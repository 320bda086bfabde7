/** One round of an instant run-off. */
export interface Round {
  /** How many ballots stand with each option; null: it went out before. */
  counts: (number | null)[];
  /** Ballots that name none of the options still in. */
  exhausted: number;
  /** Who goes out after this round; nobody after the last. */
  out: number[];
}

/**
 * Instant run-off: every ballot counts for the first of its options that is still in. Who has more than half of the
 * ballots that still count has won; otherwise whoever has fewest goes out and their ballots move on. Level at the bottom,
 * the earlier rounds decide, the latest first; if they never differed, they go out together, because an option's place
 * on the ballot or a drawn lot must not. If all that are left are level, they have won together.
 */
export function runOff(
  options: number,
  ballots: readonly (readonly number[])[],
): { rounds: Round[]; winners: number[] } {
  const rounds: Round[] = [];
  let still = ballots.length === 0 ? [] : Array.from({ length: options }, (_, place) => place);
  while (still.length > 0) {
    const round = countRound(options, still, ballots);
    rounds.push(round);
    const of = (option: number) => round.counts[option]!;
    const majority = still.filter((option) => 2 * of(option) > ballots.length - round.exhausted);
    if (majority.length > 0) return { rounds, winners: majority };
    const last = lastOf(still, rounds);
    if (last.length === still.length) return { rounds, winners: still };
    round.out = last;
    still = still.filter((option) => !last.includes(option));
  }
  return { rounds, winners: [] };
}

function countRound(options: number, still: readonly number[], ballots: readonly (readonly number[])[]): Round {
  const counts: (number | null)[] = Array.from({ length: options }, (_, option) => (still.includes(option) ? 0 : null));
  let exhausted = 0;
  for (const order of ballots) {
    const choice = order.find((option) => counts[option] !== null);
    if (choice === undefined) exhausted += 1;
    else counts[choice] = counts[choice]! + 1;
  }
  return { counts, exhausted, out: [] };
}

/** Those with fewest in this round; of several, those who had fewest in the one before, and so on. */
function lastOf(still: readonly number[], rounds: readonly Round[]): number[] {
  return rounds.toReversed().reduce(
    (level, { counts }) => {
      const fewest = Math.min(...level.map((option) => counts[option]!));
      return level.filter((option) => counts[option] === fewest);
    },
    [...still],
  );
}
