import type { ReactNode } from "react";
import { useNumbers } from "#components/statistics/numbers.ts";

interface NumberTableProps {
  caption: string;
  /** What the lines are, then what the numbers are. */
  columns: readonly string[];
  lines: readonly { key: string; name: ReactNode; numbers: readonly number[] }[];
  /** The sum below all lines. */
  total?: { name: string; numbers: readonly number[] };
}

/** The numbers of a chart. Narrow enough to stay a table on a phone. */
export function NumberTable({ caption, columns, lines, total }: NumberTableProps) {
  return (
    <table className="w-full border-collapse text-[1rem] leading-normal">
      <caption className="pb-1 text-start text-sm text-ink-2">{caption}</caption>
      <thead>
        <tr className="border-b border-control text-sm text-ink-2">
          {columns.map((words, at) => (
            <th key={words} scope="col" className={at === 0 ? "py-1.5" : "py-1.5 ps-2 text-end"}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, numbers }) => (
          <tr key={key} className="border-b border-rule">
            <th scope="row" className="py-1.5 font-normal">
              {name}
            </th>
            <Numbers of={numbers} />
          </tr>
        ))}
        {total && (
          <tr className="border-t border-rule-strong font-semibold">
            <th scope="row" className="py-1.5">
              {total.name}
            </th>
            <Numbers of={total.numbers} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Numbers({ of }: { of: readonly number[] }) {
  const { count } = useNumbers();
  return of.map((number, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns are a fixed list
    <td key={at} className="py-1.5 ps-2 text-end whitespace-nowrap">
      {count(number)}
    </td>
  ));
}
