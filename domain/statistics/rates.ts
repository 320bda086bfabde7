import type { Figures } from "./figures.ts";

/** Each rate is told with the two counts that make it; without anything to divide by there is no rate. */
export const rates = [
  "answered",
  "onTime",
  "onTimeOfAnswered",
  "suggestions",
  "personally",
  "solved",
  "satisfied",
  "unrated",
  "reopened",
  "merged",
] as const;
export type RateName = (typeof rates)[number];

export interface Rate {
  name: RateName;
  numerator: number;
  denominator: number;
}

/** What the rates need beside the figures: they are counted over other letters. */
export interface Beside {
  suggestions: number;
  /** Letters to leaders' own mailboxes: only these can have an answer in person. */
  toLeaders: number;
}

/** Every rate of the rules, in the order in which they are read. */
export function ratesOf(figures: Figures, { suggestions, toLeaders }: Beside): Rate[] {
  const { received, answered, onTime, personally, judged, solved, closed, unrated, reopened, merged } = figures;
  const parts: Record<RateName, [numerator: number, denominator: number]> = {
    answered: [answered, received],
    onTime: [onTime, received],
    onTimeOfAnswered: [onTime, answered],
    suggestions: [suggestions, received],
    personally: [personally, toLeaders],
    solved: [solved, judged],
    satisfied: [weightedAttitude(figures), judged],
    unrated: [unrated, closed],
    reopened: [reopened, answered],
    merged: [merged, received],
  };
  return rates.map((name) => ({ name, numerator: parts[name][0], denominator: parts[name][1] }));
}

/** 非常满意 + 满意 + 0.9 × 基本满意, in tenths so that no sum is off by a hair. */
export const weightedAttitude = ({ verySatisfied, satisfied, acceptable }: Figures): number =>
  (10 * (verySatisfied + satisfied) + 9 * acceptable) / 10;

export const weightedSpeed = ({ speedVerySatisfied, speedSatisfied, speedAcceptable }: Figures): number =>
  (10 * (speedVerySatisfied + speedSatisfied) + 9 * speedAcceptable) / 10;

export interface Interval {
  low: number;
  high: number;
}

/** Between which shares the true one lies with 95 % (Wilson): of few letters little can be said. */
export function wilsonInterval(numerator: number, denominator: number): Interval | null {
  if (denominator === 0) return null;
  const z = 1.959964;
  const share = numerator / denominator;
  const middle = share + (z * z) / (2 * denominator);
  const width = z * Math.sqrt((share * (1 - share)) / denominator + (z * z) / (4 * denominator * denominator));
  const whole = 1 + (z * z) / denominator;
  return { low: Math.max(0, (middle - width) / whole), high: Math.min(1, (middle + width) / whole) };
}
