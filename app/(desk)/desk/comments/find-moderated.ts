import { notFound } from "next/navigation";
import { db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ModeratedItem, readModerated } from "#domain/moderation/read-queue.ts";
import { isRefusal } from "#domain/refusal.ts";

/** What somebody may not take up is not found, whether it exists or not. */
export async function findModerated(actor: Actor, commentId: number, now: Now): Promise<ModeratedItem> {
  try {
    return await readModerated(db, actor, commentId, now);
  } catch (error) {
    if (isRefusal(error)) notFound();
    throw error;
  }
}
