/** Every two characters that stand beside each other, numbers and signs left out: Chinese has no spaces to cut words at. */
export function bigramsOf(text: string): Set<string> {
  const runs =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const pairs = new Set<string>();
  for (const run of runs) {
    const signs = [...run];
    for (let at = 0; at + 1 < signs.length; at += 1) pairs.add(`${signs[at]}${signs[at + 1]}`);
  }
  return pairs;
}

/** How alike two texts are, from 0 to 1: what they share, of what both have (Sørensen–Dice). */
export function likeness(one: Set<string>, other: Set<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return (2 * shared) / (one.size + other.size);
}
