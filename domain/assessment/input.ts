import { z } from "zod";
import { written } from "#domain/letters/input.ts";
import { isPeriod, type Period } from "./period.ts";

/** Shapes of what supervisors and offices fill in about scores. Pure: forms read it too. */

const period = z
  .string()
  .trim()
  .refine(isPeriod, "assessment.periodMalformed")
  .transform((text) => text as Period);
const reason = written.min(1, "letters.wordsMissing").max(1000);
const score = z.coerce.number().min(0).max(100);

export const freezeInput = z.object({ period, words: written.max(1000).default("") });

export const excludeInput = z.object({
  number: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,4}-\d{4}-\d{5,9}$/, "letters.numberMalformed"),
  words: reason,
});
export const includeInput = z.object({ exclusionId: z.coerce.number().int().positive(), words: reason });

export const contestInput = z.object({ period, office: z.string().trim().min(1).max(80), words: reason });
export const decideInput = z.object({
  contestId: z.coerce.number().int().positive(),
  outcome: z.enum(["upheld", "dismissed"]),
  words: reason,
});

export const formulaInput = z.object({
  text: z.string().trim().min(1).max(400),
  excellent: score,
  good: score,
  pass: score,
  minimum: z.coerce.number().int().min(1).max(1000),
  validFrom: z.iso.date(),
});
