import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { signIns } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { cookieName, readToken } from "./token.ts";

/** Milliseconds for which an answer of the database is believed: what is revoked ends within a second everywhere. */
const believed = 1_000;
const mostKept = 20_000;
/** Milliseconds after which "last seen" is written anew. */
const seenEvery = 10 * 60_000;

interface Kept {
  personId: number | null;
  at: number;
}

const kept = new Map<string, Kept>();

/** Whose browser sent these cookies, or null. For pages and sockets alike; a forged or revoked sign-in is nobody's. */
export async function checkSignIn(db: Db, cookieHeader: string | undefined, secret: string): Promise<number | null> {
  const sid = await readToken(cookieIn(cookieHeader), secret);
  return sid ? personSignedIn(db, sid) : null;
}

/** The person behind a sign-in that still counts. */
export async function personSignedIn(db: Db, sid: string): Promise<number | null> {
  const hash = keyedHash(sid);
  const known = kept.get(hash);
  // Not the time of day: only how long ago, which must not jump with a clock that is set.
  if (known && performance.now() - known.at < believed) return known.personId;
  const asked = performance.now();
  const personId = await lookUp(db, hash);
  if (kept.size >= mostKept) kept.clear();
  kept.set(hash, { personId, at: asked });
  return personId;
}

/** After a revocation in this process nothing old is believed. Other processes follow within the second. */
export function forgetChecked(): void {
  kept.clear();
}

async function lookUp(db: Db, sidHash: string): Promise<number | null> {
  const { at } = await readNow(db);
  const [row] = await prepared(db, openSignIn).execute({ sidHash, at });
  if (!row) return null;
  const rewrittenAfter = new Date(row.seenAt.getTime() + seenEvery);
  if (rewrittenAfter < at) await db.update(signIns).set({ seenAt: at }).where(eq(signIns.sidHash, sidHash));
  return row.personId;
}

const openSignIn = (db: Db) =>
  db
    .select({ personId: signIns.personId, seenAt: signIns.seenAt })
    .from(signIns)
    .where(
      and(
        eq(signIns.sidHash, sql.placeholder("sidHash")),
        isNull(signIns.revokedAt),
        gt(signIns.expiresAt, sql.param(sql.placeholder("at"), signIns.expiresAt)),
      ),
    )
    .prepare("open_sign_in");

function cookieIn(header: string | undefined): string | undefined {
  const name = cookieName();
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name && value) return value;
  }
  return undefined;
}
