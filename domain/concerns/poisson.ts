/**
 * How likely it is that at least so many come where this many are expected: the upper tail of the Poisson distribution,
 * P(X ≥ k) = Σ e^−λ λ^i / i! over i = k, k+1 … (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.6.19).
 * Summed from k upwards: one minus the lower part would lose the small numbers that matter here.
 */
export function poissonTail(k: number, expected: number): number {
  if (k <= 0) return 1;
  if (expected <= 0) return 0;
  let term = Math.exp(-expected + k * Math.log(expected) - logFactorial(k));
  let sum = 0;
  for (let i = k; term > sum * Number.EPSILON; i += 1) {
    sum += term;
    term *= expected / (i + 1);
  }
  return Math.min(1, sum);
}

function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i += 1) sum += Math.log(i);
  return sum;
}
