import { type Fill, fills } from "#components/charts/fills.tsx";

interface StackProps {
  parts: readonly { fill: Fill; value: number }[];
  /** The chart in words. */
  words: string;
}

const width = 1000;
const height = 56;

/** Parts of one whole side by side. A part that is there is never thinner than it can be seen. */
export function Stack({ parts, words }: StackProps) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let from = 0;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className="mt-3 block h-10 w-full"
    >
      {parts.map(({ fill, value }) => {
        if (value === 0) return null;
        const wide = Math.max((value / whole) * width, 6);
        const x = Math.min(from, width - wide);
        from = x + wide;
        return <rect key={fill} x={x} y="0" width={wide} height={height} fill={fills[fill]} />;
      })}
      <rect
        x="0"
        y="0"
        width={width}
        height={height}
        fill="none"
        stroke="var(--ink)"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
