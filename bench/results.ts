import type { Spread } from "./rounds.ts";

export interface Result {
  row: string;
  what: string;
  unit?: string;
  floor: number;
  goal: number;
  /** Less is better. */
  less?: boolean;
  value: number;
  ours?: Spread;
  other?: Spread;
}

/** One line a measure: what came out, what is asked for, and both arms with their spread. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.row,
    result.what,
    number(result.value) + (result.unit && !result.ours ? ` ${result.unit}` : ""),
    number(result.floor),
    number(result.goal),
    verdict(result),
    result.ours && result.other ? `${spread(result.ours)} ÷ ${spread(result.other)} ${result.unit ?? ""}` : "",
  ]);
  const all = [["", "measure", "value", "floor", "goal", "", "medians (least–most)"], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function verdict({ value, floor, goal, less }: Result): string {
  const reaches = (mark: number) => (less ? value <= mark : value >= mark);
  if (reaches(goal)) return "goal";
  return reaches(floor) ? "floor" : "missed";
}

const spread = ({ median, least, most }: Spread) => `${number(median)} (${number(least)}–${number(most)})`;
const number = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
