import type { Db } from "#db/client.ts";
import { identities, mailAddresses, messages } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { hashOfAddress } from "#domain/mail-addresses/give-address.ts";
import { type Message, unsealed } from "#domain/messages/queue.ts";
import { seal } from "#domain/people/seal.ts";
import { instant } from "./on.ts";

/** Somebody with a telephone, as citizens have one. */
export async function withPhone(db: Db, person: Person): Promise<Person> {
  await db
    .insert(identities)
    .values({ personId: person.id, phoneSealed: seal("13812345678"), phoneHash: `h${person.id}` });
  return person;
}

/** Somebody with a confirmed address. */
export async function withMail(db: Db, person: Person, email = "reader@example.org"): Promise<Person> {
  const confirmedAt = instant("2026-01-01");
  await db
    .insert(mailAddresses)
    .values({ personId: person.id, sealed: seal(email), hash: hashOfAddress(email), confirmedAt });
  return person;
}

/** What is in line or was sent, the oldest first. */
export async function queued(db: Db): Promise<(Message & { state: string; nextTryAt: Date | null })[]> {
  const rows = await db.select().from(messages).orderBy(messages.id);
  return rows.map((row) => ({ ...unsealed(row), state: row.state, nextTryAt: row.nextTryAt }));
}
