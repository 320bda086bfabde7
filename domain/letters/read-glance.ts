import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, letters } from "#db/schema/index.ts";
import { nobody } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefs } from "./brief.ts";
import { burning, lampSql, ofKnownLetters } from "./lamps.ts";
import { type RunningLamp, runningLamps } from "./running-lamps.ts";

export interface Glance {
  /** How many letters are with an office now, by lamp. */
  lamps: Record<RunningLamp, number>;
  open: number;
  /** Those with least time left first; a clock that stands still presses nobody. */
  urgent: LetterBrief[];
  /** The last that were answered and closed. */
  closed: LetterBrief[];
}

/** Where the city's letters stand, for the first page: counts by lamp, what presses most, what was finished last. */
export async function readGlance(db: Db, now: Now): Promise<Glance> {
  const [lamps, urgent, closed] = await Promise.all([countLamps(db, now), readUrgent(db, now), readClosed(db, now)]);
  return { lamps, open: Object.values(lamps).reduce((sum, n) => sum + n, 0), urgent, closed };
}

async function countLamps(db: Db, now: Now): Promise<Glance["lamps"]> {
  const rows = await db
    .select({ lamp: lampSql(now), n: sql<number>`count(*)::int` })
    .from(clocks)
    .where(and(burning, ofKnownLetters))
    .groupBy(sql`1`);
  const counted = Object.fromEntries(rows.map((row) => [row.lamp, row.n]));
  return Object.fromEntries(runningLamps.map((one) => [one, counted[one] ?? 0])) as Glance["lamps"];
}

async function readUrgent(db: Db, now: Now): Promise<LetterBrief[]> {
  const pressing = await db
    .select({ id: clocks.letterId })
    .from(clocks)
    .where(and(burning, ofKnownLetters))
    .orderBy(desc(isNull(clocks.pausedAt)), asc(clocks.dueAt), asc(clocks.id))
    .limit(5);
  const ids = pressing.map(({ id }) => id);
  if (ids.length === 0) return [];
  const place = sql`array_position(${sql.param(ids)}::bigint[], ${letters.id})`;
  return readBriefs(db, inArray(letters.id, ids), [asc(place)], ids.length, now);
}

function readClosed(db: Db, now: Now): Promise<LetterBrief[]> {
  const where = and(eq(letters.state, "closed"), lettersFor(nobody, "letter.read"))!;
  return readBriefs(db, where, [desc(letters.closedAt), desc(letters.id)], 3, now);
}
