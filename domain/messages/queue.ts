import { eq } from "drizzle-orm";
import { identities, messages } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { seal, unseal } from "#domain/people/seal.ts";

/** What a short message says and to which number; only ever written down sealed. */
export interface ShortMessage {
  to: string;
  text: string;
}

export interface NewMessage extends ShortMessage {
  purpose: "code" | "notice";
  /** A notice is sent once, however often its work is repeated. */
  noticeId?: number;
}

/** Puts a short message in line, in the transaction of what it tells of; the timetable delivers it. */
export async function queueMessage(tx: Tx, { to, text, purpose, noticeId }: NewMessage, now: Now): Promise<void> {
  await tx
    .insert(messages)
    .values({
      purpose,
      noticeId: noticeId ?? null,
      sealed: seal(JSON.stringify({ to, text } satisfies ShortMessage)),
      createdAt: now.at,
      nextTryAt: now.at,
    })
    .onConflictDoNothing({ target: messages.noticeId });
}

/** The number a person signed in with, for sending to it; null for staff, historical people and the erased. */
export async function phoneForMessages(tx: Tx, personId: number): Promise<string | null> {
  const [row] = await tx
    .select({ phone: identities.phoneSealed })
    .from(identities)
    .where(eq(identities.personId, personId));
  return row?.phone ? unseal(row.phone) : null;
}
