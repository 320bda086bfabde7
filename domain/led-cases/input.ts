import { z } from "zod";
import { letterOnly, written } from "#domain/letters/input.ts";

/** 一周一督查 */
export const usualRhythm = 7;
export const longestRhythm = 60;
/** By letter, by telephone, on the spot. */
export const inspectionWays = ["note", "phone", "onsite"] as const;

export const takeOnInput = letterOnly.extend({
  every: z.coerce.number().int().min(1, "ledCases.rhythm").max(longestRhythm, "ledCases.rhythm").default(usualRhythm),
  words: written.max(2000).default(""),
});

export const letGoInput = letterOnly.extend({ words: written.max(2000).default("") });

export const inspectInput = letterOnly.extend({
  way: z.enum(inspectionWays).default("note"),
  words: written.min(1, "letters.wordsMissing").max(2000),
});
