import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { signIns } from "#db/schema/index.ts";
import { afterCommit, type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { forgetChecked } from "./check-sign-in.ts";

/** Ends the sign-in of this browser. Without one there is nothing to end. */
export async function signOut(db: Db, actor: Actor, sid: string, now: Now): Promise<void> {
  await transact(db, (tx) => revokeWhere(tx, actor, eq(signIns.sidHash, keyedHash(sid)), now));
}

/** Ends one of one's own sign-ins: the lost phone's. Somebody else's is not found. */
export async function revokeSignIn(db: Db, actor: Actor, id: number, now: Now): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await transact(db, async (tx) => {
    const ended = await revokeWhere(tx, actor, and(eq(signIns.id, id), eq(signIns.personId, actor.id)), now);
    if (ended === 0) throw new Refusal("signIn.notYours");
  });
}

/** Ends all of one's own sign-ins, this one included. */
export async function revokeOwnSignIns(db: Db, actor: Actor, now: Now): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await transact(db, (tx) => revokeAllOf(tx, actor, actor.id, now));
}

/** Ends every sign-in of a person, because their password or what they may do has changed. */
export async function revokeAllOf(tx: Tx, actor: Actor, personId: number, now: Now): Promise<void> {
  await revokeWhere(tx, actor, eq(signIns.personId, personId), now);
}

/** The event on `person:ID` is what drops open sockets. */
async function revokeWhere(tx: Tx, actor: Actor, which: SQL | undefined, now: Now): Promise<number> {
  const ended = await tx
    .update(signIns)
    .set({ revokedAt: now.at })
    .where(and(which, isNull(signIns.revokedAt)))
    .returning({ id: signIns.id, personId: signIns.personId });
  for (const { id, personId } of ended) {
    await record(tx, {
      what: "sign-in.revoke",
      topics: [`person:${personId}`],
      actor,
      as: { role: "citizen" },
      subject: `sign-in:${id}`,
      public: false,
      at: now.at,
    });
  }
  afterCommit(tx, forgetChecked);
  return ended.length;
}
