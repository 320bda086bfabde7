import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, eventWords, extensions, objections, offices } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { standsAs } from "#domain/access/to-letters.ts";
import type { Letter } from "./letter.ts";
import { deciderOf } from "./object-letter.ts";
import type { Place } from "./timeline.ts";

/** Something that a lead office asked and somebody else decides. */
interface Asking {
  office: Place;
  at: Date;
  words: string | null;
  /** Asked by whoever reads this: they do not decide it. */
  own: boolean;
}

export type Objection = Asking & { state: (typeof objections.$inferSelect)["state"] };
export type Extension = Asking & { state: (typeof extensions.$inferSelect)["state"]; days: number };

/** What its lead offices have asked of a letter so far, the first first: for those who handle it. */
export interface Asked {
  objections: Objection[];
  extensions: Extension[];
  /** Is it this person's to decide an objection now? */
  decides: boolean;
}

const place = { slug: offices.slug, name: offices.name, nameEn: offices.nameEn };

export async function readAsked(db: Db, actor: Actor, letter: Letter): Promise<Asked> {
  const ofObjection = { state: objections.state, at: objections.raisedAt, personId: events.personId };
  const ofExtension = { state: extensions.state, days: extensions.days, at: extensions.askedAt };
  const [objected, extended] = await Promise.all([
    db
      .select({ ...ofObjection, office: place, words: eventWords.text })
      .from(objections)
      .innerJoin(offices, eq(offices.id, objections.officeId))
      .leftJoin(events, eq(events.id, objections.raisedEventId))
      .leftJoin(eventWords, eq(eventWords.eventId, objections.raisedEventId))
      .where(eq(objections.letterId, letter.id))
      .orderBy(asc(objections.id)),
    db
      .select({ ...ofExtension, personId: events.personId, office: place, words: eventWords.text })
      .from(extensions)
      .innerJoin(offices, eq(offices.id, extensions.officeId))
      .leftJoin(events, eq(events.id, extensions.askedEventId))
      .leftJoin(eventWords, eq(eventWords.eventId, extensions.askedEventId))
      .where(eq(extensions.letterId, letter.id))
      .orderBy(asc(extensions.id)),
  ]);
  return {
    objections: objected.map((row) => withOwn(actor, row)),
    extensions: extended.map((row) => withOwn(actor, row)),
    decides: standsAs(actor, deciderOf(letter, objected), letter),
  };
}

/** Who asked is private: whoever reads learns only whether it was they. */
function withOwn<Row extends { personId: number | null }>(actor: Actor, { personId, ...asked }: Row) {
  return { ...asked, own: isPerson(actor) && actor.id === personId };
}
