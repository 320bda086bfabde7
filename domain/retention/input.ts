import { z } from "zod";
import { written } from "#domain/letters/input.ts";

const number = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]+-\d{4}-\d{5,}$/, "letters.numberMalformed");

export const holdInput = z.object({ number, words: written.min(1, "retention.reasonMissing").max(500) });
export const releaseInput = z.object({ number });

/** Typed out, because it cannot be undone. */
export const closeInput = z.object({ nickname: z.string().trim().min(1, "retention.nicknameMissing").max(60) });
