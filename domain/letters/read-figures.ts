import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";

/** Counts that rates are made of: whoever shows a rate shows these two beside it. */
export interface LetterFigures {
  received: number;
  /** Those that had an answer, whatever came after it. */
  answered: number;
  /** Those whose first answer came before its due date, as it stood then. */
  onTime: number;
}

/**
 * How many letters came in, were answered, and in time; of all or of one mailbox. Refused and withdrawn letters stay
 * received. An accusation is counted nowhere.
 */
export async function readFigures(db: Db, of: { mailboxId: number } | "all"): Promise<LetterFigures> {
  const where: SQL[] = [lettersFor(nobody, "letter.know")];
  if (of !== "all") where.push(eq(letters.mailboxId, of.mailboxId));
  const [figures] = await db
    .select({
      received: sql<number>`count(*)::int`,
      answered: sql<number>`count(${letters.answeredAt})::int`,
      onTime: sql<number>`(count(*) filter (where ${letters.answeredAt} is not null and ${clocks.stoppedAt} < ${clocks.dueAt}))::int`,
    })
    .from(letters)
    .leftJoin(clocks, and(eq(clocks.letterId, letters.id), eq(clocks.what, "finish"), eq(clocks.round, 1)))
    .where(and(...where));
  return figures!;
}
