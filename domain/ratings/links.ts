import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, ratingLinks } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { addDays, civilDateOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";

export type RatingLink = typeof ratingLinks.$inferSelect;

/** Short enough for a message, long enough that nobody guesses one: 96 bits. */
const bytes = 12;

/**
 * A link to judge this round without signing in, for the short message about its answer. It lasts as long as the round may
 * be judged, the late window included; only its keyed hash is kept.
 */
export async function makeRatingLink(tx: Tx, letter: Letter, now: Now): Promise<string> {
  const token = randomBytes(bytes).toString("base64url");
  const { "rate.late": days } = await readPolicies(tx, now.today);
  const [judging] = await tx
    .select({ dueAt: clocks.dueAt })
    .from(clocks)
    .where(and(eq(clocks.letterId, letter.id), eq(clocks.what, "judging")))
    .orderBy(desc(clocks.id))
    .limit(1);
  const lastDay = addDays(civilDateOf(judging?.dueAt ?? now.at), days + 1);
  await tx.insert(ratingLinks).values({
    tokenHash: hashOf(token),
    letterId: letter.id,
    round: letter.round,
    createdAt: now.at,
    expiresAt: startOf(lastDay),
  });
  return token;
}

/** Whatever stands in an address is not sent to the database before it looks like a token. */
export async function findRatingLink(db: Db, token: string): Promise<RatingLink | null> {
  if (!/^[\w-]{16}$/.test(token)) return null;
  const [link] = await db
    .select()
    .from(ratingLinks)
    .where(eq(ratingLinks.tokenHash, hashOf(token)));
  return link ?? null;
}

/** Good for one verdict, also when two are sent at the same moment; null when it is used or too old. */
export async function spendRatingLink(tx: Tx, token: string, now: Now): Promise<RatingLink | null> {
  const [link] = await tx
    .update(ratingLinks)
    .set({ usedAt: now.at })
    .where(and(eq(ratingLinks.tokenHash, hashOf(token)), isNull(ratingLinks.usedAt), gt(ratingLinks.expiresAt, now.at)))
    .returning();
  return link ?? null;
}

const hashOf = (token: string) => keyedHash(`rating-link:${token}`);
