import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letterLevels } from "#db/schema/index.ts";
import { type Actor, isPerson, nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { findLetter } from "#domain/letters/letter.ts";
import { Refusal } from "#domain/refusal.ts";
import type { levelInput } from "./input.ts";

/** How much of one letter somebody wants to hear: every step, only what waits for them, or nothing. */
export async function chooseLevel(db: Db, actor: Actor, { letterId, level }: z.output<typeof levelInput>) {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const letter = await findLetter(db, letterId);
  const readable = letter && (can(actor, "letter.read-original", letter) || can(nobody, "letter.read", letter));
  if (!readable) throw new Refusal("letters.missing");
  const of = { personId: actor.id, letterId };
  if (level === "all") {
    await db.delete(letterLevels).where(and(eq(letterLevels.personId, actor.id), eq(letterLevels.letterId, letterId)));
    return;
  }
  await db
    .insert(letterLevels)
    .values({ ...of, level })
    .onConflictDoUpdate({ target: [letterLevels.personId, letterLevels.letterId], set: { level } });
}
