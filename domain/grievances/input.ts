import { z } from "zod";
import { rowId } from "#domain/posts/input.ts";

export const longestGrievance = 1000;

// Longer than may be kept, so that the domain counts after cleaning and says no in its own words.
const words = z.string().max(10 * longestGrievance);

export const raiseInput = z.object({
  /** What was hidden, or which numbered act struck one's votes. */
  of: z.string().regex(/^(comment|post|update|invalidation):[1-9]\d{0,14}$/),
  words,
});
export const grievanceOutcomes = ["stands", "restored"] as const;
export const decideInput = z.object({ grievanceId: rowId, outcome: z.enum(grievanceOutcomes), words });
