import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { notices } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";

/** Reading what a notice without a letter is about reads it. */
export async function markReadOf(db: Db, person: Person, what: string, now: Now): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: now.at })
    .where(and(eq(notices.personId, person.id), eq(notices.what, what), isNull(notices.readAt)));
}

/** Opening a letter reads all that its writer was told of it. */
export async function markRead(db: Db, person: Person, letterId: number, now: Now): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: now.at })
    .where(and(eq(notices.personId, person.id), eq(notices.letterId, letterId), isNull(notices.readAt)));
}
