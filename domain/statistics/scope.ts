import { z } from "zod";
import { letterKind } from "#db/schema/letters.ts";
import { regionLevel } from "#db/schema/offices.ts";
import { addDays, type CivilDate, isCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";

const day = z
  .string()
  .refine((text) => isCivilDate(text))
  .transform((text) => text as CivilDate)
  .optional()
  .catch(undefined);
const slug = z
  .string()
  .regex(/^[\w-]{1,80}$/)
  .optional()
  .catch(undefined);

/** What stands in the address of figures. What is no day, no name and nothing that was offered narrows nothing. */
export const scopeInput = z.object({
  /** Days of receipt, both included. */
  from: day,
  to: day,
  /** What came after the end of this day does not count. */
  asof: day,
  kind: z.enum(letterKind.enumValues).exclude(["accusation"]).optional().catch(undefined),
  /** Where it happened, with all below. */
  region: slug,
  mailbox: slug,
  /** The office that leads it. */
  office: slug,
  leader: slug,
  /** Of the region in which the mailbox's office stands. */
  level: z.enum(regionLevel.enumValues).optional().catch(undefined),
});

export type Scope = z.output<typeof scopeInput>;
export type Period = { from: CivilDate; to: CivilDate; asOf: CivilDate };

/** No letter is older than the first mailbox. */
export const opening: CivilDate = "2008-12-01";

/** The days that a scope speaks of; what is left open reaches from the opening until today. */
export function periodOf({ from = opening, to, asof }: Scope, now: Now): Period {
  const asOf = asof && asof < now.today ? asof : now.today;
  return { from, to: to && to < asOf ? to : asOf, asOf };
}

/** Everything that was ever received, as it stands today. */
export const isEver = ({ from, to, asOf }: Period, now: Now): boolean =>
  from <= opening && to >= now.today && asOf >= now.today;

/** Stored sums know whole months and today: only of these they can tell. */
export function isWholeMonths({ from, to, asOf }: Period, now: Now): boolean {
  const ends = to >= now.today || addDays(to, 1).endsWith("-01");
  return asOf >= now.today && ends && (from.endsWith("-01") || from <= opening);
}
