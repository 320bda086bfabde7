import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { people } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { ofLetter, tell } from "./tell.ts";
import { asksWriter, type Told, toldStep } from "./told.ts";

/**
 * For the relay: tells the writer of what was done with their letter, in the app and, for the steps that matter, by short
 * message with the content, the last day and a link. Once per person and event, however often the same events come.
 */
export async function tellPeople(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    const step = toldStep(event.what);
    if (step && event.counts.internal !== true) await tellWriter(db, event, step);
  }
}

async function tellWriter(db: Db, event: StampedEvent, step: Told): Promise<void> {
  const letter = await findLetter(db, Number(event.subject.replace("letter:", "")));
  const personId = letter && (letter.authorId ?? letter.comment?.authorId ?? null);
  if (!letter || personId === null || personId === event.personId) return;
  if (!(await mayBeTold(db, personId, letter))) return;
  const now = await readNow(db);
  const telling = { ...ofLetter(event, letter.id), what: event.what, kind: "own", asks: asksWriter(step) } as const;
  await transact(db, (tx) => tell(tx, telling, [personId], now));
}

/** Not the accounts of old papers, not who declined, and nobody of what they may not see. */
async function mayBeTold(db: Db, personId: number, letter: Letter): Promise<boolean> {
  const [row] = await db.select({ historical: people.historical }).from(people).where(eq(people.id, personId));
  const person = await readPerson(db, personId);
  if (!person || row?.historical) return false;
  if (letter.authorId === null && letter.consentDeclinedAt !== null) return false;
  return can(person, "letter.read-original", letter);
}
