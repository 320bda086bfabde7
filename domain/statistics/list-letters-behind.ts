import { and, desc, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "#domain/letters/brief.ts";
import { measures } from "./figures.ts";
import { counts, sumOf } from "./measures.ts";
import { scopeInput } from "./scope.ts";
import { sourceOf } from "./sum-figures.ts";

/** Every number leads to its letters: all that is counted, and the two that are what is left over. */
export const behind = [...measures, "late", "never"] as const;
export type Behind = (typeof behind)[number];

export const behindInput = scopeInput.extend({
  what: z.enum(behind).catch("received"),
  /** The number of the last letter on the page before. */
  after: z.string().max(40).optional().catch(undefined),
});
export type BehindFilter = z.output<typeof behindInput>;

export interface LettersBehind {
  /** The number itself. Letters that are not public are counted in it and not listed. */
  count: number;
  letters: LetterBrief[];
  next: string | null;
}

const pageLength = 20;

/** The public letters behind a number, the newest first. */
export async function listLettersBehind(db: Db, filter: BehindFilter, now: Now): Promise<LettersBehind> {
  const { what, after, ...scope } = filter;
  const { from, where, asOf } = sourceOf(scope, null, now, "letter_facts");
  const counted = conditionOf(what, asOf);
  const number = what === "hops" ? sumOf("hops", asOf) : sql`count(*)::int`;
  const among = sql`${letters.id} in (select f.letter_id from ${from} where ${where} and ${counted})`;
  const before = after ? sql`${letters.id} < (select l.id from letters l where l.number = ${after})` : undefined;
  const [[sum], found] = await Promise.all([
    db.execute<{ n: number }>(sql`select ${number} as n from ${from} where ${where} and ${counted}`),
    readBriefs(db, and(lettersFor(nobody, "letter.read"), among, before)!, [desc(letters.id)], pageLength + 1, now),
  ]);
  const page = found.slice(0, pageLength);
  return { count: sum!.n, letters: page, next: found.length > pageLength ? page.at(-1)!.number : null };
}

function conditionOf(what: Behind, asOf: SQL): SQL {
  const answered = counts("answered", asOf);
  if (what === "late") return sql`${answered} and not f.on_time`;
  if (what === "never") return sql`${counts("received", asOf)} and (${answered}) is not true`;
  return counts(what, asOf);
}
