/** Numbers from 0 to below 1, always the same for the same seed: mulberry32 (Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A rank from 0 to below `n`, the k-th about as often as 1 ÷ k: few are talked about by many. */
export const zipf = (random: () => number, n: number): number => Math.min(n - 1, Math.floor(n ** random()) - 1);

export const among = <T>(random: () => number, all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
