export interface Arms {
  /** One round of what we have built: its rate. */
  ours(): Promise<number>;
  /** One round of what it is held against: its rate. */
  other(): Promise<number>;
}

export interface Compared {
  ours: Spread;
  other: Spread;
  /** Of the medians. */
  ratio: number;
}

export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Both arms in turn (ABBA, so that a machine that warms up or slows down favours neither), a first round each for warmth. */
export async function compare({ ours, other }: Arms, pairs = 6): Promise<Compared> {
  await ours();
  await other();
  const a: number[] = [];
  const b: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    for (const arm of pair % 2 === 0 ? "ab" : "ba") {
      if (arm === "a") a.push(await ours());
      else b.push(await other());
    }
  }
  const [first, second] = [spreadOf(a), spreadOf(b)];
  return { ours: first, other: second, ratio: first.median / second.median };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}
