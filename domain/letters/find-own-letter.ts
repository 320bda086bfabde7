import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";

/** A letter by its number, for its writer alone; to anybody else it is not there. */
export async function findOwnLetter(db: Db, actor: Actor, number: string) {
  if (!isPerson(actor)) return null;
  const [letter] = await db
    .select({ id: letters.id, number: letters.number, kind: letters.kind, sentAt: letters.sentAt })
    .from(letters)
    .where(and(eq(letters.number, number), eq(letters.authorId, actor.id)));
  return letter ?? null;
}
