import { and, desc, eq } from "drizzle-orm";
import { letterOffices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { startClock, stopClocks } from "./clocks.ts";
import { settleExtension } from "./extend-letter.ts";
import type { Letter } from "./letter.ts";
import { settleObjection } from "./object-letter.ts";

/** Which office led last, though its objection was upheld meanwhile: the next one counts as a change of lead. */
export async function lastLeadOf(tx: Tx, letterId: number): Promise<number | null> {
  const [last] = await tx
    .select({ officeId: letterOffices.officeId })
    .from(letterOffices)
    .where(and(eq(letterOffices.letterId, letterId), eq(letterOffices.part, "lead")))
    .orderBy(desc(letterOffices.id))
    .limit(1);
  return last?.officeId ?? null;
}

/**
 * Another office leads: it has its own five working days to object (art. 23), and what the one before had asked for is
 * settled by its going. The date for the answer is not touched.
 */
export async function beginToLead(tx: Tx, letter: Letter, officeId: number, now: Now): Promise<void> {
  if (letter.leadOfficeId === officeId) return;
  await settleObjection(tx, letter.id, "upheld", now);
  await settleExtension(tx, letter.id, "denied", now);
  await stopClocks(tx, letter.id, ["object"], now);
  await startClock(tx, letter, "object", now, { officeId });
}
