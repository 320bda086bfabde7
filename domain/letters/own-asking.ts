import { eq } from "drizzle-orm";
import { events } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { Refusal } from "#domain/refusal.ts";

/** Nobody decides what they have asked for themselves, whatever roles they hold. */
export async function refuseOwnAsking(tx: Tx, actor: Actor, askedEventId: number | null): Promise<void> {
  if (!isPerson(actor) || askedEventId === null) return;
  const [asked] = await tx.select({ personId: events.personId }).from(events).where(eq(events.id, askedEventId));
  if (asked?.personId === actor.id) throw new Refusal("letters.ownAsking");
}
