import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, offices, ratings } from "#db/schema/index.ts";
import { addDays, type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type AnswerParts, readParts } from "#domain/letters/answer-letter.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { stepsFrom } from "#domain/letters/steps.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { findRatingLink, type RatingLink } from "./links.ts";

/** What the page behind a rating link shows. Of an accusation it says the number and nothing else: phones are lent. */
export interface LinkedLetter {
  number: string;
  title: string | null;
  office: Place | null;
  answer: AnswerParts | null;
  /** Why there is nothing to judge any more; null: it can be judged. */
  over: "judged" | "reopened" | "expired" | null;
  /** The judging time is over: figures still change, nothing reopens. */
  late: boolean;
  mayReopen: boolean;
  /** The last day of the link. */
  until: CivilDate;
}

/** The letter that a rating link opens, as far as its bearer needs it to judge; null when there is no such link. */
export async function readRatingLink(db: Db, token: string, now: Now): Promise<LinkedLetter | null> {
  const link = await findRatingLink(db, token);
  const letter = link && (await findLetter(db, link.letterId));
  if (!link || !letter) return null;
  const told = letter.kind !== "accusation";
  const over = await whyOver(db, link, letter, now);
  return {
    number: letter.number,
    title: told ? letter.title : null,
    ...(told ? await readAnswer(db, letter.id) : { office: null, answer: null }),
    over,
    late: letter.state === "closed",
    mayReopen: over === null && stepsFrom(letter.state).includes("reopen") && letter.round === 1,
    until: addDays(civilDateOf(link.expiresAt), -1),
  };
}

async function whyOver(db: Db, link: RatingLink, letter: Letter, now: Now): Promise<LinkedLetter["over"]> {
  if (letter.round !== link.round) return "reopened";
  const [rated] = await db
    .select({ round: ratings.round })
    .from(ratings)
    .where(and(eq(ratings.letterId, letter.id), eq(ratings.round, link.round)));
  if (rated) return "judged";
  const judgeable = letter.state === "answered" || letter.state === "closed";
  return link.expiresAt <= now.at || !judgeable ? "expired" : null;
}

/** The newest answer, by whom. */
async function readAnswer(db: Db, letterId: number): Promise<Pick<LinkedLetter, "office" | "answer">> {
  const [row] = await db
    .select({
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      text: eventWords.text,
    })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .leftJoin(offices, eq(offices.id, events.officeId))
    .where(and(eq(events.subject, `letter:${letterId}`), eq(events.what, "letter.answer")))
    .orderBy(desc(events.id))
    .limit(1);
  return { office: row?.office ?? null, answer: row?.text ? readParts(row.text) : null };
}
