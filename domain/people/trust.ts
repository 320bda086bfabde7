import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Policies } from "#domain/policies/policies.ts";

/** How far an account is trusted. It opens no door: it says how much it may do in an hour, and whose reports count. */
export const trustSteps = ["new", "verified", "established"] as const;
export type TrustStep = (typeof trustSteps)[number];

/** What the step is reckoned from; both counts are taken up to a bound far above any threshold. */
export interface Standing {
  verified: boolean;
  since: Date;
  /** Comments that everybody sees. */
  comments: number;
  /** Votes for them. */
  supports: number;
}

export type TrustPolicies = Pick<Policies, "trust.new" | "trust.days" | "trust.comments" | "trust.supports">;

/**
 * new: not verified, or opened just now. established: verified, old enough, with comments that stand and that others
 * support, so that a hundred accounts opened yesterday report nothing to the top. verified: everybody between.
 */
export function trustStep({ verified, since, comments, supports }: Standing, by: TrustPolicies, now: Now): TrustStep {
  const opened = civilDateOf(since);
  if (!verified || addDays(opened, by["trust.new"]) > now.today) return "new";
  const established =
    addDays(opened, by["trust.days"]) <= now.today &&
    comments >= by["trust.comments"] &&
    supports >= by["trust.supports"];
  return established ? "established" : "verified";
}
