import { and, eq, isNotNull } from "drizzle-orm";
import { events, eventWords, letterContacts, letters } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { readKnown } from "#domain/letters/contact.ts";
import { type Letter, lockLetter } from "#domain/letters/letter.ts";
import { findPersonal, type Known, redact } from "#domain/letters/redaction.ts";
import { topicsOf } from "#domain/letters/topics.ts";

/**
 * Takes out of a letter who its writer is: name and telephone, what the detectors find in the original, and the writer's own
 * unpublished words that hold such things. What was published stays; of erased words the record keeps the hash, so that it
 * can still be proved (个人信息保护法 art. 47). Nothing of what was erased is told, only that it was.
 */
export async function eraseLetter(tx: Tx, actor: Actor, letterId: number, now: Now): Promise<boolean> {
  const letter = await lockLetter(tx, letterId);
  if (!letter || letter.retentionHold) return false;
  const known = await readKnown(tx, letter);
  const words = await eraseWords(tx, letter, known);
  const text = await eraseText(tx, letter, known);
  const gone = { nameSealed: null, phoneSealed: null, erasedAt: now.at };
  await tx
    .insert(letterContacts)
    .values({ letterId, ...gone })
    .onConflictDoUpdate({ target: letterContacts.letterId, set: gone });
  await record(tx, {
    what: "letter.erase",
    topics: topicsOf(letter, letter, []),
    actor,
    as: { role: isPerson(actor) ? "author" : "clock" },
    subject: `letter:${letter.id}`,
    counts: { text, words },
    public: false,
    at: now.at,
  });
  return true;
}

/** Says how many stretches of the original were taken out. */
async function eraseText(tx: Tx, { id, title, body }: Letter, known: Known): Promise<number> {
  const [inTitle, inBody] = [findPersonal(title, known), findPersonal(body, known)];
  if (inTitle.length + inBody.length === 0) return 0;
  await tx
    .update(letters)
    .set({ title: redact(title, inTitle), body: redact(body, inBody) })
    .where(eq(letters.id, id));
  return inTitle.length + inBody.length;
}

/** Words have a hash that stands for all of them: they go whole, or they stay. */
async function eraseWords(tx: Tx, { id }: Letter, known: Known): Promise<number> {
  const spoken = await tx
    .select({ eventId: events.id, text: eventWords.text })
    .from(events)
    .innerJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(
      and(
        eq(events.subject, `letter:${id}`),
        eq(events.role, "author"),
        eq(events.public, false),
        isNotNull(eventWords.text),
      ),
    );
  const telling = spoken.filter(({ text }) => findPersonal(text!, known).length > 0);
  for (const { eventId } of telling) {
    await tx.update(eventWords).set({ text: null, salt: null }).where(eq(eventWords.eventId, eventId));
  }
  return telling.length;
}
