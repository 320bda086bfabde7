/** Two-sided 95 %. */
const z = 1.959964;

/** Wilson's interval for a share of n: few letters say little, and it shows. Both ends within 0 and 1. */
export function wilsonInterval(share: number, n: number): { low: number; high: number } {
  const centre = share + (z * z) / (2 * n);
  const margin = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  const whole = 1 + (z * z) / n;
  return { low: Math.max(0, (centre - margin) / whole), high: Math.min(1, (centre + margin) / whole) };
}
