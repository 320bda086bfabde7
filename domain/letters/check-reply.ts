import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { events, eventWords, letters, offices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { lawInForce } from "#domain/calendar/term.ts";
import { Refusal } from "#domain/refusal.ts";
import type { AnswerParts } from "./answer-letter.ts";
import { answerParts } from "./input.ts";
import type { Letter } from "./letter.ts";
import { isAbout, repeatedIn, vagueParts } from "./reply-gate.ts";

interface Reply extends AnswerParts {
  /** The day of a promise that goes out with it. */
  due?: string;
  /** The words without a date have been pointed out. */
  asIs?: "on" | undefined;
}

/**
 * An answer that is about something else, or that was given to others word for word, does not leave the house; words that
 * name no day are pointed out once. What was answered before the law of today stands as it was given.
 */
export async function checkReply(tx: Tx, letter: Letter, reply: Reply, now: Now): Promise<void> {
  if (now.today < lawInForce) return;
  const text = answerParts.map((part) => reply[part]).join("\n");
  if (!isAbout(await askedIn(tx, letter), text, await namesOf(tx, letter))) throw new Refusal("letters.replyUnrelated");
  const same = repeatedIn(text, await givenBefore(tx, letter));
  if (same) throw new Refusal("letters.replyRepeated", { number: same.number });
  if (!reply.due && !reply.asIs && vagueParts(reply).length > 0) throw new Refusal("letters.replyVague");
}

/** All that the writer has said of it: the letter, what they supplied, why they were not content. */
async function askedIn(tx: Tx, { id, title, body, place }: Letter): Promise<string> {
  const said = await tx
    .select({ text: eventWords.text })
    .from(events)
    .innerJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.subject, `letter:${id}`), inArray(events.what, ["letter.supply", "letter.reopen"])));
  return [title, body, place, ...said.map(({ text }) => text ?? "")].join("\n");
}

async function namesOf(tx: Tx, { leadOfficeId, assistingOfficeIds, mailbox }: Letter): Promise<string[]> {
  const ids = [leadOfficeId!, mailbox.officeId, ...assistingOfficeIds];
  const named = await tx
    .select({ name: offices.name, shortName: offices.shortName, nameEn: offices.nameEn })
    .from(offices)
    .where(inArray(offices.id, ids));
  return named.flatMap(({ name, shortName, nameEn }) => [name, shortName, nameEn ?? ""]);
}

/** An office that copies has copied lately. */
const lately = 50;

/** What the lead office has answered lately, this letter's first answer among it. Accusations are nobody's measure. */
async function givenBefore(tx: Tx, letter: Letter): Promise<{ number: string; text: string }[]> {
  const answered = await newestOf(tx, letter.leadOfficeId!, "answered");
  const closed = await newestOf(tx, letter.leadOfficeId!, "closed");
  const numbers = new Map([letter, ...answered, ...closed].map(({ id, number }) => [`letter:${id}`, number]));
  const given = await tx
    .select({ subject: events.subject, text: eventWords.text })
    .from(events)
    .innerJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(inArray(events.subject, [...numbers.keys()]), eq(events.what, "letter.answer")))
    .orderBy(desc(events.id));
  return given.flatMap(({ subject, text }) =>
    text === null ? [] : [{ number: numbers.get(subject)!, text: partsIn(text) }],
  );
}

/** By state: each is read off the end of its index. */
async function newestOf(tx: Tx, officeId: number, state: "answered" | "closed") {
  return tx
    .select({ id: letters.id, number: letters.number })
    .from(letters)
    .where(and(eq(letters.leadOfficeId, officeId), eq(letters.state, state), ne(letters.kind, "accusation")))
    .orderBy(desc(letters.id))
    .limit(lately);
}

/** Without the names of the four parts, which every answer has. */
function partsIn(text: string): string {
  return Object.values(JSON.parse(text) as AnswerParts).join("\n");
}
