import { isAway } from "#db/is-away.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";

/** The no in what was thrown, if it can be said in words: the domain's own, or that the database was gone meanwhile. */
export function refusalOf(error: unknown): Refusal | null {
  if (isRefusal(error)) return error;
  return isAway(error) ? new Refusal("unavailable") : null;
}
