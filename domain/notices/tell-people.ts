import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { eventWords, notices, offices, people } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock, readPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { isCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { record } from "#domain/events/record.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { phoneForMessages, queueMessage } from "#domain/messages/queue.ts";
import { makeRatingLink } from "#domain/ratings/links.ts";
import { smsText } from "./sms-text.ts";
import { type Told, told, toldStep } from "./told.ts";

/**
 * For the relay: tells the writer of what was done with their letter, in the app and, for the steps that matter, by short
 * message with the content, the last day and a link. Once per person and event, however often the same events come.
 */
export async function tellPeople(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    const step = toldStep(event.what);
    if (step && event.counts.internal !== true) await tell(db, event, step);
  }
}

async function tell(db: Db, event: StampedEvent, step: Told): Promise<void> {
  const letter = await findLetter(db, Number(event.subject.replace("letter:", "")));
  const personId = letter && (letter.authorId ?? letter.comment?.authorId ?? null);
  if (!letter || personId === null || personId === event.personId) return;
  if (!(await mayBeTold(db, personId, letter))) return;
  await transact(db, async (tx) => {
    const [notice] = await tx
      .insert(notices)
      .values({ personId, eventId: event.id, letterId: letter.id, what: event.what, at: event.at })
      .onConflictDoNothing()
      .returning({ id: notices.id });
    if (!notice) return;
    await ringBadge(tx, personId, event.at);
    const to = told[step].sms ? await phoneForMessages(tx, personId) : null;
    if (!to) return;
    const now: Now = await readNow(db);
    await queueMessage(
      tx,
      { to, text: await textOf(tx, event, step, letter, now), purpose: "notice", noticeId: notice.id },
      now,
    );
  });
}

/**
 * The open pages of this person learn of it through a topic of their own. It must not stand on the letter's own event:
 * topics are public, and would tell that two nameless letters are by the same hand.
 */
export async function ringBadge(tx: Tx, personId: number, at: Date): Promise<void> {
  const topic = `person:${personId}`;
  await record(tx, {
    what: "notice.told",
    topics: [topic],
    actor: clock,
    as: { role: "clock" },
    subject: topic,
    public: false,
    at,
  });
}

/** Not the accounts of old papers, not who declined, and nobody of what they may not see. */
async function mayBeTold(db: Db, personId: number, letter: Letter): Promise<boolean> {
  const [row] = await db.select({ historical: people.historical }).from(people).where(eq(people.id, personId));
  const person = await readPerson(db, personId);
  if (!person || row?.historical) return false;
  if (letter.authorId === null && letter.consentDeclinedAt !== null) return false;
  return can(person, "letter.read-original", letter);
}

async function textOf(tx: Tx, event: StampedEvent, step: Told, letter: Letter, now: Now): Promise<string> {
  const { due, lead } = event.counts;
  const [words] = await tx.select({ text: eventWords.text }).from(eventWords).where(eq(eventWords.eventId, event.id));
  const [office] =
    typeof lead === "string" ? await tx.select({ name: offices.name }).from(offices).where(eq(offices.slug, lead)) : [];
  return smsText({
    step,
    number: letter.number,
    // A short message is read on a locked screen and by whoever carries it.
    words: letter.kind === "accusation" ? null : (words?.text ?? null),
    office: office?.name ?? null,
    due: typeof due === "string" && isCivilDate(due) ? due : null,
    link: `${process.env.PUBLIC_URL ?? ""}${await pathOf(tx, step, letter, now)}`,
  });
}

/** Whoever is asked to judge can do it at once, without signing in; all else is read on the letter's own page. */
async function pathOf(tx: Tx, step: Told, letter: Letter, now: Now): Promise<string> {
  if (step === "answer" && letter.authorId !== null) return `/rate/${await makeRatingLink(tx, letter, now)}`;
  return `/letters/${letter.number}/act`;
}
