import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { figures } from "#db/schema/index.ts";
import { everyMonth } from "./sums.ts";

/** Counts that rates are made of: whoever shows a rate shows these two beside it. */
export interface LetterFigures {
  received: number;
  /** Those that had an answer, whatever came after it. */
  answered: number;
  /** Those whose first answer came before its due date, as it stood then. */
  onTime: number;
}

/**
 * How many letters came in, were answered, and in time; of all or of one mailbox, read from the stored sums. Refused and
 * withdrawn letters stay received. An accusation is counted nowhere.
 */
export async function readFigures(db: Db, of: { mailboxId: number } | "all"): Promise<LetterFigures> {
  const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`;
  const key = of === "all" ? { by: "all" as const, id: 0 } : { by: "mailbox" as const, id: of.mailboxId };
  const [summed] = await db
    .select({ received: sum(figures.received), answered: sum(figures.answered), onTime: sum(figures.onTime) })
    .from(figures)
    .where(and(eq(figures.by, key.by), eq(figures.keyId, key.id), eq(figures.month, everyMonth)));
  return summed!;
}
