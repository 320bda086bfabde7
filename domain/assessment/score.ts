import type { Band } from "#db/schema/assessment.ts";
import type { Formula, Values } from "./parse-formula.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** What is counted of an office in a period, excluded letters left out. */
export interface Counts {
  received: number;
  answered: number;
  onTime: number;
  judged: number;
  calledBack: number;
  solved: number;
  partly: number;
  verySatisfied: number;
  satisfied: number;
  acceptable: number;
  yellow: number;
  red: number;
  orders: number;
  upheld: number;
  broken: number;
  excluded: number;
}

/** The shares that a formula speaks of; null where there is nothing to divide by. */
export interface Shares {
  response: number | null;
  solved: number | null;
  satisfaction: number | null;
}

export interface Score {
  score: number | null;
  low: number | null;
  high: number | null;
  /** Null: too few judged letters, or no score. */
  band: Band | null;
}

export interface Rules {
  bands: { excellent: number; good: number; pass: number };
  minimum: number;
}

const over = (count: number, of: number) => (of === 0 ? null : count / of);

/** 基本满意 counts nine tenths; solved counts 是 only. */
export function sharesOf(counts: Counts): Shares {
  const { received, answered, judged, solved, verySatisfied, satisfied, acceptable } = counts;
  return {
    response: over(answered, received),
    solved: over(solved, judged),
    satisfaction: over(verySatisfied + satisfied + 0.9 * acceptable, judged),
  };
}

/**
 * The score by a formula, with the interval that the judged letters allow: both shares of judged letters at the lower, then
 * at the upper end of Wilson's interval, deductions as they are. Without a share that the formula speaks of there is none.
 */
export function scoreOf(counts: Counts, formula: Formula, { bands, minimum }: Rules): Score {
  const shares = sharesOf(counts);
  const missing = formula.uses.some((name) => name in shares && shares[name as keyof Shares] === null);
  if (missing) return { score: null, low: null, high: null, band: null };
  const at = (end: "low" | "high" | null) => rounded(formula.reckon({ ...counts, ...ended(shares, counts, end) }));
  const [score, one, other] = [at(null), at("low"), at("high")];
  if (score === null || one === null || other === null) return { score: null, low: null, high: null, band: null };
  const band = counts.judged < minimum ? null : bandOf(score, bands);
  return { score, low: Math.min(one, other), high: Math.max(one, other), band };
}

type Ended = Pick<Values, keyof Shares>;

function ended({ response, solved, satisfaction }: Shares, { judged }: Counts, end: "low" | "high" | null): Ended {
  const to = (share: number | null) =>
    end === null || share === null || judged === 0 ? (share ?? 0) : wilsonInterval(share, judged)[end];
  return { response: response ?? 0, solved: to(solved), satisfaction: to(satisfaction) };
}

/** Two decimals, as they are printed and compared with a band; what is no number is no score. */
function rounded(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 100 + (value < 0 ? -1e-9 : 1e-9)) / 100 : null;
}

/** 优秀, 良好, 合格, 不合格. */
export function bandOf(score: number, { excellent, good, pass }: Rules["bands"]): Band {
  if (score >= excellent) return "excellent";
  if (score >= good) return "good";
  return score >= pass ? "pass" : "fail";
}
