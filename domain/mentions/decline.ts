import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { mentions, mentionsDeclined } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { declineInput } from "./input.ts";

/** Nobody is named who does not want to be: an @ and their nickname are plain text then, also where it was written before. */
export async function declineMentions(
  db: Db,
  actor: Actor,
  { declined }: z.output<typeof declineInput>,
  now: Now,
): Promise<void> {
  authorize(actor, "mention.decline");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await transact(db, async (tx) => {
    if (declined === 0) {
      await tx.delete(mentionsDeclined).where(eq(mentionsDeclined.personId, actor.id));
      return;
    }
    await tx.insert(mentionsDeclined).values({ personId: actor.id, at: now.at }).onConflictDoNothing();
    await tx.delete(mentions).where(eq(mentions.personId, actor.id));
  });
}

/** Did they say that they do not want to be named? */
export async function hasDeclinedMentions(db: Db, person: Person): Promise<boolean> {
  return (await db.$count(mentionsDeclined, eq(mentionsDeclined.personId, person.id))) > 0;
}
