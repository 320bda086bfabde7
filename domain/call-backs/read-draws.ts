import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { callBackDraws, callBacks, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Month } from "#domain/assessment/period.ts";
import { answeredIn } from "./draw-month.ts";

/** What has come of a draw so far. */
export interface Outcome {
  waiting: number;
  reached: number;
  declined: number;
  unreached: number;
  solved: number;
  partly: number;
  unsolved: number;
}

export interface DrawSummary {
  month: Month;
  answered: number;
  drawn: number;
  at: Date;
  outcome: Outcome;
}

/** With everything that is needed to draw again. */
export interface OpenDraw extends DrawSummary {
  source: string;
  seed: string;
  position: number;
  /** All that could be drawn, in order of their numbers. */
  numbers: string[];
  /** In the order of the draw. What each writer said is told only as sums: not every letter is public. */
  chosen: string[];
}

const pageSize = 12;

/** The draws, the newest first. */
export async function listDraws(db: Db, after?: Month): Promise<{ draws: DrawSummary[]; next: Month | null }> {
  const rows = await db
    .select()
    .from(callBackDraws)
    .where(after ? lt(callBackDraws.month, after) : undefined)
    .orderBy(desc(callBackDraws.month))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const outcomes = await readOutcomes(
    db,
    shown.map(({ id }) => id),
  );
  const draws = shown.map(({ id, month, answered, drawn, at }) => ({
    ...{ month: month as Month, answered, drawn, at },
    outcome: outcomes.get(id) ?? none,
  }));
  return { draws, next: rows.length > pageSize ? (shown.at(-1)?.month as Month) : null };
}

/** One month's draw for everybody, with the list it was drawn from; null when there was none. */
export async function readDraw(db: Db, month: Month): Promise<OpenDraw | null> {
  const [row] = await db.select().from(callBackDraws).where(eq(callBackDraws.month, month));
  if (!row) return null;
  const [numbers, chosen, outcomes] = await Promise.all([
    answeredIn(db, month),
    db
      .select({ number: letters.number })
      .from(callBacks)
      .innerJoin(letters, eq(letters.id, callBacks.letterId))
      .where(and(eq(callBacks.drawId, row.id), lettersFor(nobody, "letter.know")))
      .orderBy(asc(callBacks.place)),
    readOutcomes(db, [row.id]),
  ]);
  const { source, seed, position, answered, drawn, at } = row;
  return {
    ...{ month, source, seed, position, answered, drawn, at },
    outcome: outcomes.get(row.id) ?? none,
    numbers: numbers.map(({ number }) => number),
    chosen: chosen.map(({ number }) => number),
  };
}

const none: Outcome = { waiting: 0, reached: 0, declined: 0, unreached: 0, solved: 0, partly: 0, unsolved: 0 };

async function readOutcomes(db: Db, drawIds: number[]): Promise<Map<number, Outcome>> {
  if (drawIds.length === 0) return new Map();
  const n = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
  const rows = await db
    .select({
      drawId: callBacks.drawId,
      waiting: n(sql`${callBacks.state} = 'waiting'`),
      reached: n(sql`${callBacks.state} = 'reached'`),
      declined: n(sql`${callBacks.state} = 'declined'`),
      unreached: n(sql`${callBacks.state} = 'unreached'`),
      solved: n(sql`${callBacks.solved} = 'yes'`),
      partly: n(sql`${callBacks.solved} = 'partly'`),
      unsolved: n(sql`${callBacks.solved} = 'no'`),
    })
    .from(callBacks)
    .where(inArray(callBacks.drawId, drawIds))
    .groupBy(callBacks.drawId);
  return new Map(rows.map(({ drawId, ...outcome }) => [drawId, outcome]));
}
