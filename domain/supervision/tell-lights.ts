import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  type ClockName,
  clocks,
  type LightLevel,
  letterState,
  letters,
  lightChanges,
  lightDeliveries,
} from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock as timetable } from "#domain/access/actor.ts";
import { type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { isLetters } from "#domain/letters/clock-kinds.ts";
import { type Letter, lockLetter } from "#domain/letters/letter.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import { isPublic, topicsOf } from "#domain/letters/topics.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { climbTo } from "./climb-ladder.ts";
import { levelFor } from "./ladder.ts";
import { lightsPort } from "./lights-port.ts";

/** Clocks whose lights are told: an office owes something by their date. To object is a right, not a debt. */
const owed = ["accept", "finish", "respond", "promise", "order", "review"] as const satisfies readonly ClockName[];

interface Turn {
  clockId: number;
  letterId: number;
  level: LightLevel;
  at: Date;
}

/**
 * For the timetable: each turn of a light or card is told once, with an event that anybody can follow, and climbs the
 * ladder by itself as far as it may. A clock that stands still, a provisional date, an accusation and whatever started
 * before `supervision.from` are left alone. Returns how many were told.
 */
export async function tellLights(db: Db, now: Now): Promise<number> {
  const { "supervision.from": from } = await readPolicies(db, now.today);
  if (now.today < from) return 0;
  let told = 0;
  for (let found = atOnce; found === atOnce; ) {
    const turns = await findTurns(db, from, now);
    for (const turn of turns) if (await tell(db, turn, now)) told += 1;
    found = turns.length;
  }
  return told;
}

const atOnce = 500;

/** Another letter speaks for a merged one until it is answered: its own clocks only stand. */
const openStates = letterState.enumValues.filter(isOpen);

/** What ended late is looked for this long: nobody stops the timetable for a month. */
const lookBack = "31 days";

async function findTurns(db: Db, from: CivilDate, now: Now): Promise<Turn[]> {
  const at = sql`${now.at.toISOString()}::timestamptz`;
  const told = sql`${clocks.officeId} is not null and ${clocks.what} in ${owed} and not ${clocks.provisional}
    and ${clocks.startedAt} >= ${startOf(from).toISOString()}::timestamptz and ${letters.kind} <> 'accusation'
    and not (${letters.mergedInto} is not null and ${letters.state} in ${openStates})
    and not exists (select 1 from ${lightChanges} where ${lightChanges.clockId} = ${clocks.id} and ${lightChanges.level} = turn.level)`;
  const rows = await db.execute<{ clockId: string; letterId: string; level: LightLevel; at: string }>(sql`
    select * from (
      select ${clocks.id} as "clockId", ${clocks.letterId} as "letterId", turn.level, turn.at
      from ${clocks} join ${letters} on ${letters.id} = ${clocks.letterId},
        lateral (values ('amber'::light_level, ${clocks.amberAt}), ('red', ${clocks.dueAt}),
          ('yellowCard', ${clocks.yellowAt}), ('redCard', ${clocks.redAt})) turn(level, at)
      where ${clocks.stoppedAt} is null and ${clocks.pausedAt} is null and ${clocks.amberAt} <= ${at} and turn.at <= ${at} and ${told}
      union all
      select ${clocks.id}, ${clocks.letterId}, turn.level, turn.at
      from ${clocks} join ${letters} on ${letters.id} = ${clocks.letterId},
        lateral (values ('endedLate'::light_level, ${clocks.stoppedAt})) turn(level, at)
      where ${clocks.stoppedAt} >= ${clocks.dueAt} and ${clocks.stoppedAt} between ${at} - ${lookBack}::interval and ${at} and ${told}
    ) turns order by at, "clockId", level limit ${atOnce}`);
  return rows.map(({ clockId, letterId, level, at }) => ({
    clockId: Number(clockId),
    letterId: Number(letterId),
    level,
    at: new Date(at),
  }));
}

/** Under the letter's lock, since it may have been answered or paused a moment ago. */
async function tell(db: Db, turn: Turn, now: Now): Promise<boolean> {
  return transact(db, async (tx) => {
    const letter = await lockLetter(tx, turn.letterId);
    const [clock] = await tx.select().from(clocks).where(eq(clocks.id, turn.clockId));
    const ended = turn.level === "endedLate";
    if (!letter || letter.kind === "accusation" || !clock || clock.pausedAt) return false;
    if (ended !== (clock.stoppedAt !== null)) return false;
    await keepChange(tx, letter, turn, { what: clock.what, officeId: clock.officeId! }, now);
    const level = isLetters(clock.what) ? levelFor(turn.level) : null;
    if (level) await climbTo(tx, letter, { clockId: clock.id, officeId: clock.officeId! }, level, now);
    return true;
  });
}

async function keepChange(
  tx: Tx,
  letter: Letter,
  { clockId, level, at }: Turn,
  { what, officeId }: { what: ClockName; officeId: number },
  now: Now,
): Promise<void> {
  const eventId = await record(tx, {
    what: "light.change",
    topics: topicsOf(letter, letter, []),
    actor: timetable,
    as: { role: "clock", officeId },
    subject: `clock:${clockId}`,
    counts: { level, clock: what, letter: letter.number },
    public: isPublic(letter, letter),
    at: now.at,
  });
  const [change] = await tx
    .insert(lightChanges)
    .values({ clockId, letterId: letter.id, officeId, level, at, eventId })
    .returning({ id: lightChanges.id });
  if (lightsPort()) await tx.insert(lightDeliveries).values({ changeId: change!.id, nextTryAt: now.at });
}
