import { type Fill, fills } from "#components/charts/fills.tsx";
import { ticksUpTo } from "#components/charts/ticks.ts";

export interface ColumnOf {
  key: string;
  /** Written below it where there is room. */
  name: string;
  parts: readonly { fill: Fill; value: number }[];
}

interface StackedColumnsProps {
  columns: readonly ColumnOf[];
  words: string;
  count: (n: number) => string;
}

/** A column a month, its parts on top of each other. A phone gets a drawing of its own, with fewer names below. */
export function StackedColumns(props: StackedColumnsProps) {
  return (
    <>
      <div className="hidden sm:block">
        <Drawn {...props} width={760} height={240} names={8} />
      </div>
      <div className="sm:hidden">
        <Drawn {...props} width={320} height={200} names={3} />
      </div>
    </>
  );
}

const left = 48;
const bottom = 26;
const top = 8;
/** Room that a name needs. */
const nameWidth = 84;

type DrawnProps = StackedColumnsProps & { width: number; height: number; names: number };

function Drawn({ columns, words, count, width, height, names }: DrawnProps) {
  const totals = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const ticks = ticksUpTo(Math.max(...totals));
  const ground = height - bottom;
  const y = (n: number) => ground - ((ground - top) * n) / ticks.at(-1)!;
  const step = (width - left) / columns.length;
  const every = Math.ceil(columns.length / names);
  return (
    <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${height}`} className="block h-auto w-full">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${width}`} stroke="var(--rule)" />
          <text x={left - 6} y={y(tick) + 5} fontSize="14" fill="var(--ink-2)" textAnchor="end">
            {count(tick)}
          </text>
        </g>
      ))}
      {columns.map(({ key, name, parts }, at) => {
        const x = left + at * step;
        return (
          <g key={key}>
            <Pile parts={parts} x={x + step * 0.12} wide={step * 0.76} y={y} />
            {at % every === 0 && x + nameWidth <= width && (
              <text x={x} y={height - 6} fontSize="14" fill="var(--ink-2)">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function Pile({ parts, x, wide, y }: Pick<ColumnOf, "parts"> & { x: number; wide: number; y: (n: number) => number }) {
  let below = 0;
  return parts.map(({ fill, value }) => {
    const from = below;
    below += value;
    if (value === 0) return null;
    return (
      <rect
        key={fill}
        x={x}
        y={y(below)}
        width={wide}
        height={y(from) - y(below)}
        fill={fills[fill]}
        stroke="var(--ink)"
        strokeWidth="0.75"
      />
    );
  });
}
