import { and, eq, isNull } from "drizzle-orm";
import { caseLooks, ledCases } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";

/** The leader has the case no more: its record stays, and the look that was to come is owed no longer. */
export async function endCase(tx: Tx, letterId: number, now: Now): Promise<void> {
  const [ended] = await tx
    .update(ledCases)
    .set({ untilAt: now.at })
    .where(and(eq(ledCases.letterId, letterId), isNull(ledCases.untilAt)))
    .returning({ id: ledCases.id });
  if (ended) await tx.delete(caseLooks).where(and(eq(caseLooks.caseId, ended.id), isNull(caseLooks.lookedAt)));
}
