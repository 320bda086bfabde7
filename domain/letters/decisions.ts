import { z } from "zod";
import { wordsInput } from "./input.ts";

/** 维持 · 变更 · 撤销. Pure: the form reads it too. */
export const decisions = ["maintain", "amend", "revoke"] as const;
export type Decision = (typeof decisions)[number];

export const decideInput = wordsInput.extend({ decision: z.enum(decisions, "letters.decisionMissing") });
