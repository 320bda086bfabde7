import type { Interval } from "#domain/statistics/rates.ts";

interface IntervalMarkProps {
  share: number;
  interval: Interval;
  /** Where the axis begins; it ends at 1. */
  from: number;
}

/** A share as a thin line and what can be said of it as a thick one. The numbers stand beside it. */
export function IntervalMark({ share, interval, from }: IntervalMarkProps) {
  const x = (n: number) => ((Math.max(n, from) - from) / (1 - from)) * 100;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 20" preserveAspectRatio="none" className="block h-5 w-full">
      <path d="M0 10H100" stroke="var(--rule)" vectorEffect="non-scaling-stroke" />
      {[0, 100 / 3, 200 / 3, 100].map((tick) => (
        <path key={tick} d={`M${tick} 5V15`} stroke="var(--rule)" vectorEffect="non-scaling-stroke" />
      ))}
      <path
        d={`M${x(interval.low)} 10H${x(interval.high)}`}
        stroke="var(--brand)"
        strokeWidth="7"
        vectorEffect="non-scaling-stroke"
      />
      <path d={`M${x(share)} 1V19`} stroke="var(--ink)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
