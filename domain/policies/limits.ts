import type { Term, Thresholds } from "#domain/calendar/term.ts";
import { defaults, legalCaps, mostExtension, type Policies, type PolicyName } from "./policies.ts";

/** What a policy is: it decides how it is asked for and what is checked. Pure: the form reads it too. */
export type PolicyShape = "term" | "number" | "switch" | "date" | "thresholds";

export function shapeOf(name: PolicyName): PolicyShape {
  const value = defaults[name];
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "switch";
  if (typeof value === "string") return "date";
  return "unit" in value ? "term" : "thresholds";
}

/** Where the law does not say, reason does: what nobody means is a slip of the finger. */
const numbers: Partial<Record<PolicyName, { least: number; most: number }>> = {
  extension: { least: 1, most: mostExtension },
  "review.ask": { least: 30, most: 365 },
  "urge.every": { least: 1, most: 60 },
  "rate.late": { least: 0, most: 365 },
  "retention.months": { least: 1, most: 60 },
  "comment.owes": { least: 5, most: 10_000 },
  "session.debt": { least: 1, most: 1_000 },
  "comments.new": { least: 5, most: 1_000 },
  "comments.verified": { least: 5, most: 1_000 },
  "comments.established": { least: 5, most: 1_000 },
  "flags.first": { least: 2, most: 100 },
};
const anyNumber = { least: 1, most: 365 };

export const rangeOf = (name: PolicyName) => numbers[name] ?? anyNumber;

export const thresholdRanges: Record<keyof Thresholds, { least: number; most: number }> = {
  amberShare: { least: 50, most: 95 },
  amberLeft: { least: 1, most: 10 },
  amberLeftOfShort: { least: 1, most: 5 },
  shortTerm: { least: 1, most: 15 },
  yellowAfter: { least: 1, most: 30 },
  redAfter: { least: 2, most: 60 },
  provisionalLateAfter: { least: 1, most: 30 },
};

const longestTerm = 365;

/** The fewest calendar days that a term can take: five working days need a week. */
const fewestDays = ({ unit, length }: Term): number => {
  if (unit === "hours") return length / 24;
  return unit === "days" ? length : Math.floor(length / 5) * 7 + (length % 5);
};

/** The key of what is wrong with a value, and the bound that it breaks; null where it may stand. */
export function problemWith<Name extends PolicyName>(
  name: Name,
  value: Policies[Name],
): { key: string; most?: number; least?: number } | null {
  if (typeof value === "number") return outside(value, rangeOf(name));
  if (typeof value !== "object") return null;
  if (!("unit" in value)) return thresholdsProblem(value);
  const cap = legalCaps[name];
  if (cap && fewestDays(value) > fewestDays(cap)) return { key: "policies.overTheLaw", most: cap.length };
  return outside(value.length, { least: 1, most: longestTerm });
}

function outside(value: number, { least, most }: { least: number; most: number }) {
  return value < least || value > most ? { key: "policies.outside", least, most } : null;
}

function thresholdsProblem(value: Thresholds) {
  for (const [name, range] of Object.entries(thresholdRanges)) {
    const problem = outside(value[name as keyof Thresholds], range);
    if (problem) return problem;
  }
  return value.redAfter <= value.yellowAfter ? { key: "policies.redBeforeYellow" } : null;
}
