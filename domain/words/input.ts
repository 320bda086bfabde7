import { z } from "zod";
import type { WordEffect } from "#db/schema/moderation.ts";
import { rowId } from "#domain/posts/input.ts";

export const wordEffects = ["mark", "caution", "refuse"] as const satisfies readonly WordEffect[];
export const longestRule = 200;

export const ruleInput = z.object({
  region: z.string().min(1).max(80),
  words: z.string().trim().min(1).max(longestRule),
  effect: z.enum(wordEffects),
});
export const ruleChoice = z.object({ ruleId: rowId });
