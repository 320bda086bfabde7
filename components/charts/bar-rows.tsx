import { fills } from "#components/charts/fills.tsx";
import { ticksUpTo } from "#components/charts/ticks.ts";

export interface BarRow {
  name: string;
  value: number;
  /** How much of it is solid; the rest is hatched. */
  solid: number;
}

interface BarRowsProps {
  rows: readonly BarRow[];
  words: string;
  /** Numbers as this page's readers write them. */
  count: (n: number) => string;
}

/** One bar a row: on a wide page names stand beside the bars, on a phone above them. Drawn twice, never shrunk. */
export function BarRows(props: BarRowsProps) {
  return (
    <>
      <div className="hidden sm:block">
        <Drawn {...props} shape={wide} />
      </div>
      <div className="sm:hidden">
        <Drawn {...props} shape={narrow} />
      </div>
    </>
  );
}

interface Shape {
  width: number;
  /** Where the bars begin and end. */
  from: number;
  until: number;
  row: number;
  bar: number;
  /** From the top of a row to its bar. */
  down: number;
  above: boolean;
}

const wide: Shape = { width: 560, from: 132, until: 500, row: 40, bar: 22, down: 9, above: false };
const narrow: Shape = { width: 320, from: 0, until: 320, row: 50, bar: 16, down: 25, above: true };

function Drawn({ rows, words, count, shape }: BarRowsProps & { shape: Shape }) {
  const ticks = ticksUpTo(Math.max(...rows.map(({ value }) => value)));
  const { width, from, until, row } = shape;
  const end = rows.length * row;
  const x = (n: number) => from + ((until - from) * n) / ticks.at(-1)!;
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${end + 26}`} className="block h-auto w-full">
      {ticks.map((tick) => (
        <path key={tick} d={`M${x(tick)} 0V${end}`} stroke="var(--rule)" />
      ))}
      {rows.map((one, at) => (
        <Bar key={one.name} row={one} top={at * row} x={x} count={count} shape={shape} />
      ))}
      {ticks.map((tick, at) => (
        <text
          key={tick}
          x={x(tick)}
          y={end + 19}
          fontSize="14"
          fill="var(--ink-2)"
          textAnchor={shape.above ? (at === 0 ? "start" : tick === ticks.at(-1) ? "end" : "middle") : "middle"}
        >
          {count(tick)}
        </text>
      ))}
    </svg>
  );
}

interface BarProps {
  row: BarRow;
  top: number;
  x: (n: number) => number;
  count: (n: number) => string;
  shape: Shape;
}

function Bar({ row: { name, value, solid }, top, x, count, shape: { from, until, bar, down, above } }: BarProps) {
  const y = top + down;
  const line = above ? top + 19 : y + bar / 2 + 5.5;
  return (
    <>
      <text x={above ? 0 : from - 10} y={line} fontSize="16" fill="var(--ink)" textAnchor={above ? "start" : "end"}>
        {name}
      </text>
      <rect x={x(0)} y={y} width={x(solid) - x(0)} height={bar} fill={fills.solid} />
      {value > solid && (
        <rect
          x={x(solid)}
          y={y}
          width={Math.max(x(value) - x(solid), 2)}
          height={bar}
          fill={fills.hatched}
          stroke="var(--ink)"
          strokeWidth="0.75"
        />
      )}
      <text
        x={above ? until : x(value) + 8}
        y={line}
        fontSize="15"
        fill="var(--ink)"
        textAnchor={above ? "end" : "start"}
        stroke="var(--card)"
        strokeWidth="4"
        paintOrder="stroke"
        className="tabular-nums"
      >
        {count(value)}
      </text>
    </>
  );
}
