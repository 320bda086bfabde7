import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { mailAddresses, mailConfirmations } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { unseal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { hashOfToken, waits } from "./give-address.ts";
import type { tokenInput } from "./input.ts";

/** The address behind a link that may still be followed; null when it was used, is too old, or is none of ours. */
export async function readConfirmation(db: Db, token: string, now: Now): Promise<string | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const [row] = await db
    .select({ sealed: mailConfirmations.sealed })
    .from(mailConfirmations)
    .where(and(eq(mailConfirmations.tokenHash, hashOfToken(token)), waits(now)));
  return row ? unseal(row.sealed) : null;
}

/** Whoever holds the link reads that address: from now on notices go there. Good once, for a day. */
export async function confirmAddress(db: Db, { token }: z.output<typeof tokenInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const [used] = await tx
      .update(mailConfirmations)
      .set({ usedAt: now.at })
      .where(and(eq(mailConfirmations.tokenHash, hashOfToken(token)), waits(now)))
      .returning();
    if (!used) throw new Refusal("mailAddresses.linkOver");
    const { personId, sealed, hash } = used;
    const address = { sealed, hash, confirmedAt: now.at };
    await tx
      .insert(mailAddresses)
      .values({ personId, ...address })
      .onConflictDoUpdate({ target: mailAddresses.personId, set: address });
  });
}

/** The address that somebody gave and that waits for the link sent there. */
export async function readWaiting(db: Db, person: Person, now: Now): Promise<{ email: string; until: Date } | null> {
  const [row] = await db
    .select({ sealed: mailConfirmations.sealed, until: mailConfirmations.expiresAt })
    .from(mailConfirmations)
    .where(and(eq(mailConfirmations.personId, person.id), waits(now)))
    .orderBy(desc(mailConfirmations.createdAt))
    .limit(1);
  return row ? { email: unseal(row.sealed), until: row.until } : null;
}

/** No more mail, and the address is not kept. */
export async function dropAddress(db: Db, actor: Actor): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await transact(db, async (tx) => {
    await tx.delete(mailAddresses).where(eq(mailAddresses.personId, actor.id));
    await tx.delete(mailConfirmations).where(eq(mailConfirmations.personId, actor.id));
  });
}
