import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { revokeAllOf } from "#domain/sign-in/revoke.ts";

/**
 * Whoever's rights were changed signs in again, so that no page or socket of theirs still shows the old ones. Who
 * changed their own stays: they are the one who knows.
 */
export async function endOthersSignIns(tx: Tx, actor: Actor, personId: number, now: Now): Promise<void> {
  if (isPerson(actor) && actor.id === personId) return;
  await revokeAllOf(tx, actor, personId, now);
}
