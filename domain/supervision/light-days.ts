import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { lightDays, offices, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import { addDays, type CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { lampCounts, litClocks } from "./lit-clocks.ts";

/** How all lights stood when a day began. */
export interface LightDay {
  day: CivilDate;
  green: number;
  amber: number;
  red: number;
  paused: number;
  provisional: number;
  yellowCards: number;
  redCards: number;
}

/** For the timetable: how the lights of each office stand as the day begins, kept once a day. Returns how many offices. */
export async function keepLightDay(db: Db, now: Now): Promise<number> {
  const { "supervision.from": from } = await readPolicies(db, now.today);
  if (now.today < from) return 0;
  if ((await db.$count(lightDays, eq(lightDays.day, now.today))) > 0) return 0;
  const lit = litClocks(db, undefined, now);
  const counts = await db
    .select({ officeId: lit.officeId, ...lampCounts(lit) })
    .from(lit)
    .groupBy(lit.officeId);
  if (counts.length === 0) return 0;
  const rows = counts.map(({ officeId, open: _, yellow: yellowCards, ...lamps }) => ({
    ...lamps,
    ...{ day: now.today, officeId: officeId!, yellowCards },
  }));
  await db.insert(lightDays).values(rows).onConflictDoNothing();
  return rows.length;
}

const days = 30;

/** The last thirty days of the offices they supervise, the oldest first. */
export async function readLightDays(db: Db, actor: Actor, now: Now): Promise<LightDay[]> {
  authorize(actor, "lights.read");
  const sum = (column: keyof Omit<LightDay, "day">) => sql<number>`sum(${lightDays[column]})::int`;
  const rows = await db
    .select({
      day: lightDays.day,
      green: sum("green"),
      amber: sum("amber"),
      red: sum("red"),
      paused: sum("paused"),
      provisional: sum("provisional"),
      yellowCards: sum("yellowCards"),
      redCards: sum("redCards"),
    })
    .from(lightDays)
    .innerJoin(offices, eq(offices.id, lightDays.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(
      and(
        gte(lightDays.day, addDays(now.today, 1 - days)),
        sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "supervisor"))}::bigint[]`,
      ),
    )
    .groupBy(lightDays.day)
    .orderBy(desc(lightDays.day));
  return rows.map((row) => ({ ...row, day: row.day as CivilDate })).reverse();
}
