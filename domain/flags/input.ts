import { z } from "zod";
import type { FlagReason } from "#db/schema/moderation.ts";

export const flagReasons = [
  "advertising",
  "insult",
  "privacy",
  "rumour",
  "defamation",
  "minor",
  "other",
] as const satisfies readonly FlagReason[];
export const longestFlag = 500;

/** What can be reported, as `comment:12`. */
export const flaggedSubject = z.string().regex(/^(comment|post|update):[1-9]\d{0,14}$/);

export const flagInput = z.object({
  of: flaggedSubject,
  reason: z.enum(flagReasons),
  // Longer than may be kept, so that the domain counts after cleaning and says no in its own words.
  words: z
    .string()
    .max(10 * longestFlag)
    .default(""),
});
