import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { takeOffTheWeb } from "#domain/letters/consent.ts";
import type { letterOnly } from "#domain/letters/input.ts";
import { lockLetter } from "#domain/letters/letter.ts";
import { Refusal } from "#domain/refusal.ts";

/**
 * Who agreed to publication may take it back at any time, as easily as it was given (个人信息保护法 art. 15): the text goes
 * off the web at once, the letter stays with its offices. Only its writer; and it is not published again without them.
 */
export async function withdrawConsent(
  db: Db,
  actor: Actor,
  { letterId }: z.output<typeof letterOnly>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const letter = await lockLetter(tx, letterId);
    if (!letter || !can(actor, "letter.read-original", letter)) throw new Refusal("letters.missing");
    authorize(actor, "letter.withdraw-consent", letter);
    if (letter.visibility === "handlers") throw new Refusal("publication.keptAlready");
    await tx.update(letters).set({ visibility: "handlers", publishedAt: null }).where(eq(letters.id, letterId));
    if (can(nobody, "letter.read", letter)) await takeOffTheWeb(tx, actor, letter, now);
  });
}
