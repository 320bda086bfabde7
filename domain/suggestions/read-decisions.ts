import { and, eq, inArray, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type AdoptionOutcome, adoptions, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

/** What was decided on a suggestion, and by which document. */
export interface DecisionFound {
  number: string;
  outcome: AdoptionOutcome;
  document: string | null;
  documentNumber: string | null;
}

/** Those of these letters that everybody may read and that are suggestions decided. */
export async function readDecisions(db: Db, letterIds: number[]): Promise<DecisionFound[]> {
  if (letterIds.length === 0) return [];
  return db
    .select({
      number: letters.number,
      outcome: adoptions.outcome,
      document: adoptions.document,
      documentNumber: adoptions.documentNumber,
    })
    .from(adoptions)
    .innerJoin(letters, eq(letters.id, adoptions.letterId))
    .where(
      and(inArray(adoptions.letterId, letterIds), ne(adoptions.outcome, "studied"), lettersFor(nobody, "letter.read")),
    );
}
