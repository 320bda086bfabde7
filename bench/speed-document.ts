import type { Result } from "./results.ts";

/** A result as it is kept, with when and where it was measured. */
export type Kept = Omit<Result, "row"> & { measuredAt: string; machine: string; node: string; busyBefore: number };

/** `docs/speed.md`, written anew by every run, so that no figure stands there that nobody has measured. */
export function speedDocument(kept: Readonly<Record<string, Kept>>): string {
  const rows = Object.entries(kept).sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return `# Speed

Written by \`npm run bench\` from \`bench/results.json\`. A ratio has both arms in one run, in turn (ABBA), medians of six rounds; the server and its database share one core, what makes the load has the other. *Load* is how busy the machine was with other things when the run began: figures taken above 1 are worth little.

| | measure | value | floor | goal | reached | measured | load |
|---|---|---|---|---|---|---|---|
${rows.map(([row, result]) => lineOf(row, result)).join("\n")}

${[...new Set(rows.map(([, { machine, node }]) => `${machine}, Node ${node}.`))].join(" ")}

## Why a comment costs more than a row (P4)

A single-row insert by ten connections runs at about 20,000 a second here, 0.05 ms of processor each. The floor therefore leaves a comment 0.33 ms, its HTTP request, its sign-in and PostgreSQL's share included. Measured with \`--cpu-prof\` and \`/proc\`, a comment takes about 2.3 ms of one core:

- PostgreSQL 0.85–1.0 ms: look-up of the sign-in and the roles, the place it stands in, comment with its uncounted row, event with its words, the answer kept for a repeated request, begin and commit. Eight statements, twelve indexes.
- Next's route handler 0.3–0.8 ms (an empty one 0.33 ms when warm, one that reads a body and refuses it 0.8 ms).
- Opening the sealed cookie 0.1 ms; drizzle, the driver and the edge the rest.

In one process without HTTP the same comment reaches 0.2–0.29 of the insert loop (decision 010). What was tried: answering these writes in our own server in front of Next showed no gain on a busy machine, made one journey unstable and was not kept; by the shares above it would bring the ratio to about 0.03. A look-up of the sign-in that is prepared saves one planning a request. What would be needed for 0.15: no Next on this path, one statement for everything a comment writes, and roles read once a second. The last two would give up what the house is built on, rights read fresh and one event a change by one function, so that the floor stands missed.
`;
}

function lineOf(row: string, { what, unit, value, floor, goal, less, ours, measuredAt, busyBefore }: Kept): string {
  const shown = `${number(value)}${unit && !ours ? ` ${unit}` : ""}`;
  const reached = (mark: number) => (less ? value <= mark : value >= mark);
  const verdict = reached(goal) ? "goal" : reached(floor) ? "floor" : "**missed**";
  const cells = [row, what, shown, number(floor), number(goal), verdict, measuredAt.slice(0, 10), number(busyBefore)];
  return `| ${cells.join(" | ")} |`;
}

const number = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));
