import { randomInt } from "node:crypto";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { signInCodes } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { messagePort } from "#domain/messages/port.ts";
import { queueMessage } from "#domain/messages/queue.ts";
import { readPhone } from "#domain/people/phone.ts";
import { keyedHash } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { addressKey, countTry } from "./limits.ts";
import type { WhereFrom } from "./where-from.ts";

export const codeMinutes = 10;
const pauseSeconds = 60;
const mostInAnHour = 5;

interface Asked {
  phone: string;
  /** The sentence around the code, in the reader's language. */
  words: (code: string) => string;
}

/**
 * Sends a one-time code to a mainland mobile number: six digits, ten minutes, the newest only. The answer is the same
 * whether the number is known or not. At most one a minute and five an hour to one number.
 */
export async function askForCode(db: Db, { phone: typed, words }: Asked, from: WhereFrom, now: Now): Promise<void> {
  if (!messagePort()) throw new Refusal("signIn.noMessages");
  const phone = readPhone(typed);
  if (!phone) throw new Refusal("signIn.phoneWrong");
  await countTry("codes", addressKey(from.address));
  await transact(db, async (tx) => {
    const subjectHash = keyedHash(phone);
    await waitForTurn(tx, subjectHash, now);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    await tx.insert(signInCodes).values({
      purpose: "phone",
      subjectHash,
      codeHash: hashOfCode(subjectHash, code),
      createdAt: now.at,
      expiresAt: new Date(now.at.getTime() + codeMinutes * 60_000),
    });
    await queueMessage(tx, "code", { channel: "sms", to: phone, text: words(code) }, now);
  });
}

/** Bound to its number, so that equal codes of two people do not look equal. */
export const hashOfCode = (subjectHash: string, code: string): string => keyedHash(`${subjectHash}:${code}`);

async function waitForTurn(tx: Tx, subjectHash: string, now: Now): Promise<void> {
  // Two clicks at once: the second waits here and then sees the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subjectHash}, 0))`);
  const hourAgo = new Date(now.at.getTime() - 3_600_000);
  const asked = await tx
    .select({ at: signInCodes.createdAt })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.subjectHash, subjectHash),
        eq(signInCodes.purpose, "phone"),
        gt(signInCodes.createdAt, hourAgo),
      ),
    )
    .orderBy(desc(signInCodes.createdAt));
  const [last] = asked;
  const wait = last ? pauseSeconds - Math.floor((now.at.getTime() - last.at.getTime()) / 1_000) : 0;
  if (wait > 0) throw new Refusal("signIn.codeJustSent", { seconds: wait });
  const oldest = asked[mostInAnHour - 1];
  if (!oldest) return;
  const minutes = Math.ceil((oldest.at.getTime() + 3_600_000 - now.at.getTime()) / 60_000);
  throw new Refusal("tooOften", { minutes: Math.max(1, minutes) });
}
