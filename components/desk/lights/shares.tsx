import { type RunningLamp, runningLamps } from "#domain/letters/running-lamps.ts";

const width = 112;
const height = 14;

/** How each lamp fills its part: told apart without colour too. */
export const fills: Record<RunningLamp, string> = {
  red: "var(--lamp-red)",
  amber: "url(#share-amber)",
  green: "var(--lamp-green)",
  paused: "url(#share-paused)",
  provisional: "var(--card)",
};

/** Trouble first. */
export const order = (
  ["red", "amber", "green", "paused", "provisional"] as const satisfies readonly RunningLamp[]
).filter((lamp) => runningLamps.includes(lamp));

interface SharesProps {
  counts: Record<RunningLamp, number>;
  /** The office with the most letters fills the width. */
  most: number;
  words: string;
}

/** The lamps of an office as one bar; the numbers stand beside it in the table. */
export function Shares({ counts, most, words }: SharesProps) {
  const scale = width / Math.max(most, 1);
  let x = 0;
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${height}`} className="block h-3.5 w-28">
      {order.map((lamp) => {
        const wide = counts[lamp] * scale;
        const from = x;
        x += wide;
        if (wide === 0) return null;
        return (
          <rect
            key={lamp}
            x={from + 0.5}
            y={0.5}
            width={Math.max(wide - 1, 1)}
            height={height - 1}
            fill={fills[lamp]}
            stroke="var(--ink-2)"
            strokeWidth={0.75}
          />
        );
      })}
    </svg>
  );
}

/** The patterns that every bar of a page refers to; once a page. */
export function SharePatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern id="share-amber" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--lamp-amber)" />
          <rect width="2" height="6" fill="var(--lamp-amber-mark)" />
        </pattern>
        <pattern id="share-paused" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--card)" />
          <circle cx="2.5" cy="2.5" r="1.1" fill="var(--lamp-grey)" />
        </pattern>
      </defs>
    </svg>
  );
}
