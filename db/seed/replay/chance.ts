/** Numbers that look like chance and are the same in every run (mulberry32): 0 included, 1 not. */
export type Chance = () => number;

export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (chance: Chance, least: number, most: number): number =>
  least + Math.floor(chance() * (most - least + 1));

export const oneOf = <T>(chance: Chance, choices: readonly T[]): T => choices[between(chance, 0, choices.length - 1)]!;

/** Exactly so many of them, whichever (Fisher–Yates). Asking for more than there are is a mistake in the margins. */
export function someOf<T>(chance: Chance, all: readonly T[], count: number): Set<T> {
  if (count > all.length) throw new Error(`${count} of ${all.length} cannot be chosen`);
  const shuffled = [...all];
  for (let at = 0; at < count; at += 1) {
    const other = between(chance, at, shuffled.length - 1);
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return new Set(shuffled.slice(0, count));
}

/** Divides a whole in these proportions, in whole parts that add up to it (largest remainder). */
export function divide(whole: number, proportions: readonly number[]): number[] {
  const all = proportions.reduce((one, other) => one + other, 0);
  const exact = proportions.map((part) => (whole * part) / all);
  const parts = exact.map(Math.floor);
  const left = whole - parts.reduce((one, other) => one + other, 0);
  const byRemainder = exact.map((_, at) => at).sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  for (const at of byRemainder.slice(0, left)) parts[at] = parts[at]! + 1;
  return parts;
}
