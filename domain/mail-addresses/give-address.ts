import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { mailConfirmations } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { mailPort } from "#domain/messages/port.ts";
import { queueMessage } from "#domain/messages/queue.ts";
import { keyedHash, seal } from "#domain/people/seal.ts";
import { Refusal } from "#domain/refusal.ts";
import { confirmationMail } from "./confirmation-mail.ts";
import type { addressInput } from "./input.ts";

const hour = 3_600_000;
/** How long the link is good. */
const lastsHours = 24;
/** To one address, and from one person: nobody's mailbox is filled from here. */
const mostAnHour = 3;

type Given = z.output<typeof addressInput> & { language: "zh-CN" | "en" };

/**
 * Somebody gives an address for their notices. Nothing goes there but one mail with a link, until whoever reads that address
 * has followed it: an address is not believed (个人信息保护法 art. 5). A newer one takes the place of one that still waits.
 */
export async function giveAddress(db: Db, actor: Actor, { email, language }: Given, now: Now): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  if (!mailPort()) throw new Refusal("mailAddresses.noMail");
  const token = randomBytes(32).toString("base64url");
  const hash = hashOfAddress(email);
  await transact(db, async (tx) => {
    await refuseTooOften(tx, actor.id, hash, now);
    await tx
      .update(mailConfirmations)
      .set({ expiresAt: now.at })
      .where(and(eq(mailConfirmations.personId, actor.id), waits(now)));
    await tx.insert(mailConfirmations).values({
      tokenHash: hashOfToken(token),
      personId: actor.id,
      sealed: seal(email),
      hash,
      createdAt: now.at,
      expiresAt: new Date(now.at.getTime() + lastsHours * hour),
    });
    await queueMessage(tx, "address", { channel: "email", to: email, ...confirmationMail(token, language) }, now);
  });
}

async function refuseTooOften(tx: Tx, personId: number, hash: string, now: Now): Promise<void> {
  const recent = gt(mailConfirmations.createdAt, new Date(now.at.getTime() - hour));
  const same = or(eq(mailConfirmations.personId, personId), eq(mailConfirmations.hash, hash));
  if ((await tx.$count(mailConfirmations, and(recent, same))) >= mostAnHour) {
    throw new Refusal("mailAddresses.tooOften");
  }
}

/** Neither used nor too old. */
export const waits = (now: Now) => and(isNull(mailConfirmations.usedAt), gt(mailConfirmations.expiresAt, now.at));

/** Mailboxes that differ in the case of their letters are one for all that is known. */
export const hashOfAddress = (email: string): string => keyedHash(`mail:${email.toLowerCase()}`);

export const hashOfToken = (token: string): string => keyedHash(`mail-confirmation:${token}`);
