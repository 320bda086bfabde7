import { z } from "zod";
import { grades, solvedAnswers } from "#domain/letters/input.ts";

/** Shapes of what a supervisor writes down of a call. Pure: forms read it too. */

export const outcomes = ["reached", "declined", "unreached"] as const;

const callBackId = z.coerce.number().int().positive();
const empty = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), shape.optional());

export const callBackOnly = z.object({ callBackId });

/** A verdict belongs to who was reached, and to nobody else. */
export const callInput = z
  .object({
    callBackId,
    outcome: z.enum(outcomes, "callBacks.outcomeMissing"),
    solved: empty(z.enum(solvedAnswers)),
    attitude: empty(z.enum(grades)),
    speed: empty(z.enum(grades)),
  })
  .superRefine(({ outcome, solved, attitude, speed }, context) => {
    if (outcome !== "reached") return;
    if (!solved) context.addIssue({ code: "custom", path: ["solved"], message: "letters.solvedMissing" });
    if (!attitude) context.addIssue({ code: "custom", path: ["attitude"], message: "letters.attitudeMissing" });
    if (!speed) context.addIssue({ code: "custom", path: ["speed"], message: "letters.speedMissing" });
  });
