/** Outcomes are told apart without colour: solid on time, hatched late or open, blank never. */
export type Fill = "solid" | "hatched" | "blank";

export const fills: Record<Fill, string> = {
  solid: "var(--brand)",
  hatched: "url(#chart-hatched)",
  blank: "var(--card)",
};

/** The pattern that every chart of a page refers to; once a page. */
export function ChartPatterns() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern id="chart-hatched" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--card)" />
          <rect width="2.6" height="6" fill="var(--brand)" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What a fill means, beside its word. */
export function FillKey({ fill }: { fill: Fill }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className="mt-0.5 size-5 flex-none">
      <rect x="0.5" y="0.5" width="19" height="19" fill={fills[fill]} stroke="var(--ink)" />
    </svg>
  );
}
