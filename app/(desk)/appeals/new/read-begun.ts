import { db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { appealForm } from "#domain/appeals/input.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Draft, keepDraft, readDraft } from "#domain/drafts.ts";
import { takeHandover } from "#domain/handovers.ts";

/** What was written before: kept as it was typed, or brought along from before signing in. */
export async function readBegun(
  actor: Actor,
  handover: string | string[] | undefined,
  now: Now,
): Promise<Draft | null> {
  if (!isPerson(actor)) return null;
  const brought = typeof handover === "string" ? await takeHandover(db, handover, now) : null;
  return brought ? keepDraft(db, actor, appealForm, brought.fields, now) : readDraft(db, actor, appealForm);
}
