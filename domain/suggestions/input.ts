import { z } from "zod";
import { written } from "#domain/letters/input.ts";

/** How a suggestion is decided; until then it may be under study. */
export const decisions = ["adopted", "partly", "declined"] as const;
export type Decision = (typeof decisions)[number];

const letterId = z.coerce.number().int().positive();
const words = written.min(1, "letters.wordsMissing").max(2000);
const isByDocument = (outcome: Decision) => outcome !== "declined";

export const studyInput = z.object({ letterId, words });

export const decideInput = z
  .object({
    letterId,
    outcome: z.enum(decisions, "suggestions.outcomeMissing"),
    words,
    /** The meeting or document by which it was adopted: anybody can ask for it by these. */
    document: written.max(200).default(""),
    documentNumber: written.max(60).default(""),
    documentOn: z.union([z.literal(""), z.iso.date("suggestions.dateMalformed")]).default(""),
    link: z
      .union([
        z.literal(""),
        z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: "suggestions.linkMalformed" }),
      ])
      .default(""),
  })
  .refine(({ outcome, document }) => !isByDocument(outcome) || document !== "", {
    path: ["document"],
    message: "suggestions.documentMissing",
  })
  .refine(({ outcome, documentOn }) => !isByDocument(outcome) || documentOn !== "", {
    path: ["documentOn"],
    message: "suggestions.dateMissing",
  });

export const outcomes = ["studied", ...decisions] as const;

const chosen = z.string().trim().max(80).optional().catch(undefined);

/** What stands in the list's address. */
export const suggestionsFilter = z.object({
  outcome: z.enum(outcomes).optional().catch(undefined),
  /** A region covers those below it. */
  region: chosen,
  leader: chosen,
  /** The letter after which the page goes on. */
  after: z.string().max(30).optional().catch(undefined),
});
export type SuggestionsFilter = z.output<typeof suggestionsFilter>;
