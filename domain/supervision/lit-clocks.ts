import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, letters } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { burning, lampSql } from "#domain/letters/lamps.ts";
import type { RunningLamp } from "#domain/letters/running-lamps.ts";

export type LampCounts = Record<RunningLamp, number> & { open: number; yellow: number; redCards: number };

/** Each burning clock with its lamp and card, of the letters that `which` names. Accusations stay with their handlers. */
export function litClocks(db: Db, which: SQL | undefined, now: Now) {
  const at = sql`${now.at.toISOString()}::timestamptz`;
  return db
    .select({
      officeId: clocks.officeId,
      lamp: lampSql(now).as("lamp"),
      yellow: sql<boolean>`(${clocks.pausedAt} is null and ${clocks.yellowAt} <= ${at} and ${clocks.redAt} > ${at})`.as(
        "yellow",
      ),
      redCard: sql<boolean>`(${clocks.pausedAt} is null and ${clocks.redAt} <= ${at})`.as("red_card"),
      letterId: sql<number>`${letters.id}`.as("letter_id"),
      due: sql`case when ${clocks.pausedAt} is null then ${clocks.dueAt} end`.as("due"),
    })
    .from(clocks)
    .innerJoin(letters, eq(letters.id, clocks.letterId))
    .where(and(burning, ne(letters.kind, "accusation"), which))
    .as("lit");
}

/** What is counted of them, one column a lamp and card. */
export function lampCounts(lit: ReturnType<typeof litClocks>) {
  const n = (lamp: RunningLamp) => sql<number>`count(*) filter (where ${lit.lamp} = ${lamp})::int`;
  return {
    green: n("green"),
    amber: n("amber"),
    red: n("red"),
    paused: n("paused"),
    provisional: n("provisional"),
    open: sql<number>`count(*)::int`,
    yellow: sql<number>`count(*) filter (where ${lit.yellow})::int`,
    redCards: sql<number>`count(*) filter (where ${lit.redCard})::int`,
  };
}
