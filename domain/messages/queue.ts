import { eq } from "drizzle-orm";
import { identities, messages } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { seal, unseal } from "#domain/people/seal.ts";

/** What a short message says and to which number. */
export interface ShortMessage {
  to: string;
  text: string;
}

/** A mail, with a plain part for those who read without pictures and colours. */
export interface Mail extends ShortMessage {
  subject: string;
  html: string;
  /** Where mail programs may end such mails for their reader by one POST (RFC 8058). Null: it was asked for. */
  unsubscribe: string | null;
}

/** Only ever written down sealed. */
export type Message = ({ channel: "sms" } & ShortMessage) | ({ channel: "email" } & Mail);

type Purpose = (typeof messages.$inferInsert)["purpose"];

/** Puts a message in line, in the transaction of what it tells of; the timetable delivers it, not before its hour. */
export async function queueMessage(
  tx: Tx,
  purpose: Purpose,
  { channel, ...said }: Message,
  now: Now,
  notBefore: Date = now.at,
): Promise<number> {
  const [row] = await tx
    .insert(messages)
    .values({ channel, purpose, sealed: seal(JSON.stringify(said)), createdAt: now.at, nextTryAt: notBefore })
    .returning({ id: messages.id });
  return row!.id;
}

/** What a row says and to whom, in clear. */
export function unsealed({ channel, sealed }: Pick<typeof messages.$inferSelect, "channel" | "sealed">): Message {
  return { channel, ...JSON.parse(unseal(sealed)) } as Message;
}

/** The number a person signed in with, for sending to it; null for staff, historical people and the erased. */
export async function phoneForMessages(tx: Tx, personId: number): Promise<string | null> {
  const [row] = await tx
    .select({ phone: identities.phoneSealed })
    .from(identities)
    .where(eq(identities.personId, personId));
  return row?.phone ? unseal(row.phone) : null;
}
