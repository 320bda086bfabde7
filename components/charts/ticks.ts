/** Round numbers along an axis from 0 that reach beyond the greatest value: 0, 2,500, 5,000 … */
export function ticksUpTo(most: number, about = 4): number[] {
  const rough = Math.max(most, 1) / about;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((nice) => nice * magnitude).find((nice) => nice >= rough)!);
  const whole = Math.ceil(step);
  return Array.from({ length: Math.ceil(Math.max(most, 1) / whole) + 1 }, (_, at) => at * whole);
}
