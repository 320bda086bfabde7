import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type AdoptionOutcome, adoptions, events, eventWords, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

/** A decided suggestion, as it can be found: by its title, by what was decided and by the document that did it. */
export interface DecisionFound {
  letterId: number;
  number: string;
  title: string;
  outcome: AdoptionOutcome;
  /** Null when it was said before the letter was public, or was hidden. */
  words: string | null;
  document: string | null;
  documentNumber: string | null;
  officeId: number;
  regionId: number;
  at: Date;
}

/** Those of these letters that everybody may read and that are suggestions decided. */
export async function readDecisions(db: Db, letterIds: number[]): Promise<DecisionFound[]> {
  if (letterIds.length === 0) return [];
  const rows = await db
    .select({
      letterId: letters.id,
      number: letters.number,
      title: letters.publicTitle,
      outcome: adoptions.outcome,
      words: eventWords.text,
      document: adoptions.document,
      documentNumber: adoptions.documentNumber,
      officeId: adoptions.officeId,
      regionId: letters.regionId,
      at: adoptions.changedAt,
    })
    .from(adoptions)
    .innerJoin(letters, eq(letters.id, adoptions.letterId))
    .leftJoin(events, and(eq(events.id, adoptions.eventId), events.public))
    .leftJoin(eventWords, and(eq(eventWords.eventId, events.id), isNull(eventWords.hiddenAt)))
    .where(
      and(inArray(adoptions.letterId, letterIds), ne(adoptions.outcome, "studied"), lettersFor(nobody, "letter.read")),
    );
  return rows.map((row) => ({ ...row, title: row.title! }));
}
