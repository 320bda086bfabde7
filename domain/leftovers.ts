import { and, isNotNull, lt, ne, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { handovers, mailConfirmations, messages, requests, signInCodes } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Removes what was only for a while: answers kept for a write that might be sent again, words typed before signing in,
 * one-time codes and the messages they went out with, and addresses that nobody confirmed. A day, so that a phone that was switched off over night still gets
 * the answer it had.
 */
export async function removeLeftovers(db: Db, now: Now): Promise<void> {
  const yesterday = new Date(now.at.getTime() - day);
  await db.delete(requests).where(lt(requests.at, yesterday));
  await db.delete(handovers).where(lt(handovers.at, yesterday));
  await db.delete(mailConfirmations).where(lt(mailConfirmations.expiresAt, yesterday));
  await db.delete(messages).where(and(ne(messages.purpose, "notice"), lt(messages.createdAt, yesterday)));
  await db
    .delete(signInCodes)
    .where(
      or(lt(signInCodes.expiresAt, yesterday), and(isNotNull(signInCodes.usedAt), lt(signInCodes.usedAt, yesterday))),
    );
}
