import { asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, offices, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { runningLamps } from "#domain/letters/running-lamps.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { type ClockLight, clocksOf, lightOfClock, officeClockOf } from "#domain/letters/times.ts";
import { type LampCounts, lampCounts, litClocks } from "./lit-clocks.ts";

export interface BoardRow extends LampCounts {
  office: Place & {
    region: { slug: string; name: string; nameEn: string | null; level: "city" | "county" | "township" };
  };
  /** The letter that presses most. */
  first: { number: string; title: string; light: ClockLight } | null;
}

export interface Board {
  rows: BoardRow[];
  total: LampCounts;
}

/** Office × lamp, the most overdue first; each number opens its list. Accusations are not counted: they stay with their handlers. */
export async function readLightsBoard(db: Db, actor: Actor, now: Now): Promise<Board> {
  const lit = litClocks(db, lettersFor(actor, "letter.read-internal"), now);
  const counts = lampCounts(lit);
  const rows = await db
    .select({
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn, level: regions.level },
      ...counts,
      firstId: sql<number>`(array_agg(${lit.letterId} order by ${lit.due} nulls last, ${lit.letterId}))[1]`,
    })
    .from(lit)
    .innerJoin(offices, eq(offices.id, lit.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .groupBy(offices.id, regions.id)
    .orderBy(desc(counts.red), desc(counts.amber), asc(offices.id));
  const first = await readPressing(
    db,
    rows.map(({ firstId }) => Number(firstId)),
    now,
  );
  const board = rows.map(({ firstId, office, region, ...counts }) => ({
    ...counts,
    office: { ...office, region },
    first: first.get(Number(firstId)) ?? null,
  }));
  return { rows: board, total: totalOf(board) };
}

async function readPressing(db: Db, ids: number[], now: Now): Promise<Map<number, NonNullable<BoardRow["first"]>>> {
  const [rows, times] = await Promise.all([
    db
      .select({ id: letters.id, number: letters.number, title: letters.title })
      .from(letters)
      .where(sql`${letters.id} = any(${sql.param(ids)}::bigint[])`),
    clocksOf(db, ids),
  ]);
  const light = (id: number) => lightOfClock(officeClockOf(times.get(id) ?? [])!, now);
  return new Map(rows.map(({ id, ...letter }) => [id, { ...letter, light: light(id) }]));
}

const counted = [...runningLamps, "open", "yellow", "redCards"] as const;

function totalOf(rows: BoardRow[]): LampCounts {
  return Object.fromEntries(counted.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as LampCounts;
}
