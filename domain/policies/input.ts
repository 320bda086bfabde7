import { z } from "zod";
import { isCivilDate } from "#domain/calendar/civil-date.ts";
import { thresholdRanges } from "./limits.ts";
import { defaults, type PolicyName } from "./policies.ts";

const names = Object.keys(defaults) as [PolicyName, ...PolicyName[]];
const whole = z.coerce.number().int("policies.whole").min(0, "policies.whole").max(100_000);
const day = z.string().refine(isCivilDate, "policies.day");

/** One form a policy; which of its fields count, its shape says. */
export const policyInput = z.object({
  name: z.enum(names),
  validFrom: day,
  length: whole.optional(),
  unit: z.enum(["workdays", "days", "hours"]).optional(),
  number: whole.optional(),
  on: z.enum(["yes", "no"]).optional(),
  date: day.optional(),
  ...Object.fromEntries(Object.keys(thresholdRanges).map((name) => [name, whole.optional()])),
});

export type PolicyFilled = z.output<typeof policyInput>;
