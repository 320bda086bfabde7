/** What is counted of letters. Each is told with its definition; the sums of all of them are kept in `figures`. */
export const measures = [
  "received",
  "answered",
  "onTime",
  "personally",
  "refused",
  "withdrawn",
  "merged",
  "reopened",
  "hops",
  "closed",
  "unrated",
  "judged",
  "solved",
  "partly",
  "unsolved",
  "verySatisfied",
  "satisfied",
  "acceptable",
  "dissatisfied",
  "veryDissatisfied",
  "speedVerySatisfied",
  "speedSatisfied",
  "speedAcceptable",
  "speedDissatisfied",
  "speedVeryDissatisfied",
] as const;

export type Measure = (typeof measures)[number];
export type Figures = Record<Measure, number>;

export const noFigures: Figures = Object.fromEntries(measures.map((measure) => [measure, 0])) as Figures;

/** Figures of several groups as those of one. */
export function added(all: readonly Figures[]): Figures {
  const sum = { ...noFigures };
  for (const figures of all) for (const measure of measures) sum[measure] += figures[measure];
  return sum;
}

/** By what figures can be told apart. */
export const groupings = ["mailbox", "office", "leader", "level", "region", "kind", "month"] as const;
export type Grouping = (typeof groupings)[number];
