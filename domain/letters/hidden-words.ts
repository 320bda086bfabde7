import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { events, eventWords } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { confirmingSteps } from "./steps.ts";

/** All that was said in public about a letter goes off the web with it; their hashes stay in the record. */
export async function hideWords(tx: Tx, letterId: number, at: Date): Promise<void> {
  await tx
    .update(eventWords)
    .set({ hiddenAt: at })
    .where(and(inArray(eventWords.eventId, publicEventsOf(tx, letterId)), sql`${eventWords.hiddenAt} is null`));
}

/** Brings back what was hidden together with the letter; what was hidden by itself stays hidden. */
export async function showWords(tx: Tx, letterId: number, hiddenAt: Date): Promise<void> {
  await tx
    .update(eventWords)
    .set({ hiddenAt: null })
    .where(and(inArray(eventWords.eventId, publicEventsOf(tx, letterId)), eq(eventWords.hiddenAt, hiddenAt)));
}

/** A text that was confirmed anew takes the place of the one before: that one is not given out any more. */
export async function hideFormerText(tx: Tx, letterId: number, at: Date): Promise<void> {
  const confirming = inArray(
    events.what,
    confirmingSteps.map((step) => `letter.${step}`),
  );
  const former = tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subject, `letter:${letterId}`), confirming));
  await tx
    .update(eventWords)
    .set({ hiddenAt: at })
    .where(and(inArray(eventWords.eventId, former), isNull(eventWords.hiddenAt)));
}

const publicEventsOf = (tx: Tx, letterId: number) =>
  tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subject, `letter:${letterId}`), eq(events.public, true)));
