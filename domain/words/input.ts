import { z } from "zod";
import { wordEffect } from "#db/schema/moderation.ts";
import { rowId } from "#domain/posts/input.ts";

export const wordEffects = wordEffect.enumValues;
export const longestRule = 200;

export const ruleInput = z.object({
  region: z.string().min(1).max(80),
  words: z.string().trim().min(1).max(longestRule),
  effect: z.enum(wordEffects),
});
export const ruleChoice = z.object({ ruleId: rowId });
