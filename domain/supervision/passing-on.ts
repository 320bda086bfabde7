import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  letterOffices,
  letterState,
  letters,
  objections,
  officeHandovers,
  offices,
  regions,
} from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type DeskTime, readDesks } from "#domain/letters/desks.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { type ClockLight, clocksOf, lightOfClock, officeClockOf } from "#domain/letters/times.ts";

/** A letter that has had three leads or more, with the time it lay on each desk. */
export interface PassedLetter {
  number: string;
  title: string;
  hops: number;
  light: ClockLight | null;
  desks: DeskTime[];
}

/** How often an office had a letter handed on, and after how many days on average. */
export interface PassingOffice {
  office: Place;
  hops: number;
  /** Calendar days. */
  averageHeld: number;
  objections: number;
  upheld: number;
  countedAt: Date;
}

const shown = 3;

/** The open letters that were handed on most often; whoever oversees them sees on whose desk they lay how long. */
export async function readPassedLetters(db: Db, actor: Actor, now: Now): Promise<PassedLetter[]> {
  authorize(actor, "lights.read");
  const rows = await db
    .select({ id: letters.id, number: letters.number, title: letters.title, hops: letters.hops })
    .from(letters)
    .where(
      and(
        gte(letters.hops, 2),
        inArray(letters.state, letterState.enumValues.filter(isOpen)),
        lettersFor(actor, "letter.read-internal"),
        sql`${letters.kind} <> 'accusation'`,
      ),
    )
    .orderBy(desc(letters.hops), desc(letters.id))
    .limit(shown);
  const times = await clocksOf(
    db,
    rows.map(({ id }) => id),
  );
  return Promise.all(
    rows.map(async ({ id, ...letter }) => {
      const clocks = times.get(id) ?? [];
      const burning = officeClockOf(clocks);
      const desks = await readDesks(db, id, clocks, now);
      return {
        ...letter,
        light: burning ? lightOfClock(burning, now) : null,
        desks: desks.filter(({ part }) => part !== "assisting"),
      };
    }),
  );
}

/**
 * For the timetable: how often each office stopped being the lead of a letter, after how many days, and how often it said
 * that one was not its own. Counted whole every time, so that a run too many changes nothing. Accusations are left out.
 */
export async function countPassingOn(db: Db, now: Now): Promise<void> {
  await db.execute(sql`
    insert into ${officeHandovers} (office_id, hops, held_days, objections, upheld, counted_at)
    select office_id, sum(hops), sum(held), sum(objections), sum(upheld), ${now.at.toISOString()}::timestamptz
    from (
      select ${letterOffices.officeId} as office_id, 1 as hops,
        (${letterOffices.untilAt} at time zone 'Asia/Shanghai')::date - (${letterOffices.fromAt} at time zone 'Asia/Shanghai')::date as held,
        0 as objections, 0 as upheld
      from ${letterOffices} join ${letters} on ${letters.id} = ${letterOffices.letterId}
      where ${letterOffices.part} = 'lead' and ${letterOffices.untilAt} is not null and ${letters.kind} <> 'accusation'
      union all
      select ${objections.officeId}, 0, 0, 1, (${objections.state} = 'upheld')::int
      from ${objections} join ${letters} on ${letters.id} = ${objections.letterId}
      where ${letters.kind} <> 'accusation'
    ) counted
    group by office_id
    on conflict (office_id) do update set hops = excluded.hops, held_days = excluded.held_days,
      objections = excluded.objections, upheld = excluded.upheld, counted_at = excluded.counted_at`);
}

/** The meter of each office they supervise, most hops first: plain counts, no index made of them. */
export async function readPassingOffices(db: Db, actor: Actor): Promise<PassingOffice[]> {
  authorize(actor, "lights.read");
  return db
    .select({
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      hops: officeHandovers.hops,
      averageHeld: sql<number>`coalesce(round(${officeHandovers.heldDays}::numeric / nullif(${officeHandovers.hops}, 0), 1), 0)::float`,
      objections: officeHandovers.objections,
      upheld: officeHandovers.upheld,
      countedAt: officeHandovers.countedAt,
    })
    .from(officeHandovers)
    .innerJoin(offices, eq(offices.id, officeHandovers.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "supervisor"))}::bigint[]`)
    .orderBy(desc(officeHandovers.hops), desc(officeHandovers.objections), offices.id);
}
