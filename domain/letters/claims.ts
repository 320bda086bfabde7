import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { claims } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { letterOnly } from "./input.ts";
import { findLetter, type Letter } from "./letter.ts";

type About = z.output<typeof letterOnly>;

/** Says to colleagues who is on it. It locks nothing: whoever claims last is shown. */
export async function claimLetter(db: Db, actor: Actor, { letterId }: About, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const { letter, personId } = await handled(tx, actor, letterId);
    const claim = { subject: `letter:${letter.id}`, personId, at: now.at };
    await tx.insert(claims).values(claim).onConflictDoUpdate({ target: claims.subject, set: claim });
    await recordClaim(tx, actor, letter, "letter.claim", now);
  });
}

/** Lets go of one's own claim; a colleague's stays. */
export async function unclaimLetter(db: Db, actor: Actor, { letterId }: About, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const { letter, personId } = await handled(tx, actor, letterId);
    const own = and(eq(claims.subject, `letter:${letter.id}`), eq(claims.personId, personId));
    const gone = await tx.delete(claims).where(own).returning({ subject: claims.subject });
    if (gone.length > 0) await recordClaim(tx, actor, letter, "letter.unclaim", now);
  });
}

async function handled(tx: Tx, actor: Actor, letterId: number): Promise<{ letter: Letter; personId: number }> {
  const letter = await findLetter(tx, letterId);
  if (!letter || !isPerson(actor) || !can(actor, "letter.read-internal", letter)) throw new Refusal("letters.missing");
  authorize(actor, "letter.claim", letter);
  return { letter, personId: actor.id };
}

/** Only desks hear of it. */
async function recordClaim(tx: Tx, actor: Actor, letter: Letter, what: string, now: Now): Promise<void> {
  await record(tx, {
    what,
    topics: letter.desks.map((slug) => `desk:${slug}`),
    actor,
    as: { role: isPerson(actor) ? (actor.grants[0]?.role ?? "citizen") : "citizen" },
    subject: `letter:${letter.id}`,
    public: false,
    at: now.at,
  });
}
