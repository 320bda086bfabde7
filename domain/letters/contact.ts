import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letterContacts } from "#db/schema/index.ts";
import { prepared, type Tx } from "#db/transact.ts";
import { seal, unseal } from "#domain/people/seal.ts";
import type { Known } from "./redaction.ts";

/** Keeps who the writer is apart from what they wrote, and unreadable in a copy of the database. */
export async function keepContact(tx: Tx, letterId: number, { name, phone }: Known): Promise<void> {
  if (!name && !phone) return;
  await tx.insert(letterContacts).values({
    letterId,
    nameSealed: name ? seal(name) : null,
    phoneSealed: phone ? seal(phone) : null,
  });
}

/** For the detectors alone: nobody is shown what comes out of it, so that it leaves no event. */
export async function readKnown(db: Db, letter: { id: number }): Promise<Known> {
  const [contact] = await prepared(db, contactOf).execute({ letterId: letter.id });
  return {
    name: contact?.nameSealed ? unseal(contact.nameSealed) : null,
    phone: contact?.phoneSealed ? unseal(contact.phoneSealed) : null,
  };
}

const contactOf = (db: Db) =>
  db
    .select()
    .from(letterContacts)
    .where(eq(letterContacts.letterId, sql.placeholder("letterId")))
    .prepare("contact_of_letter");
