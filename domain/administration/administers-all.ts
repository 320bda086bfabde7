import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { isRefusal } from "#domain/refusal.ts";

/** Does the actor administer the region above all others? A platform without any region has nobody who does. */
export async function administersAll(db: Db, actor: Actor): Promise<boolean> {
  try {
    return can(actor, "platform.administer", await findRegion(db, ""));
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
