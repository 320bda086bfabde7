/** One-sided 90 %: the share that the true one is above in nine of ten cases. */
export const z = 1.2816;

/**
 * How hot: the lower bound of Wilson's interval for the share of 赞成. Three of three stand below ninety of a hundred,
 * so that few early votes do not keep the top. 0 without votes.
 */
export function wilsonLowerBound(up: number, down: number): number {
  const n = up + down;
  // Without a vote for it the bound is nothing, and not what rounding leaves of it.
  if (up === 0) return 0;
  const share = up / n;
  const centre = share + (z * z) / (2 * n);
  const margin = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n);
  return Math.max(0, (centre - margin) / (1 + (z * z) / n));
}
