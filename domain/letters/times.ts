import { and, asc, eq, inArray, not, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type ClockName, clocks, merges, offices } from "#db/schema/index.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import { type Light, lightOf } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";
import { isLetters, isWriters } from "./clock-kinds.ts";

/** A name in both languages; English is missing where nobody has given one. */
export interface Named {
  name: string;
  nameEn: string | null;
}

/** Whose turn it is, and until the end of which day. */
export interface Turn {
  who: "office" | "writer";
  what: ClockName;
  office: Named | null;
  dueOn: CivilDate;
  /** The year's notice is not there yet: 预计. */
  provisional: boolean;
}

/** The light of an office's clock, with the day of its term on which it was stopped. */
export type ClockLight = Light & {
  what: ClockName;
  dueOn: CivilDate;
  nth: { unit: "workdays" | "days"; n: number } | null;
};

const selectClocks = (db: Db) =>
  db
    .select({
      letterId: clocks.letterId,
      what: clocks.what,
      aboutId: clocks.aboutId,
      startedAt: clocks.startedAt,
      dueAt: clocks.dueAt,
      amberAt: clocks.amberAt,
      yellowAt: clocks.yellowAt,
      redAt: clocks.redAt,
      pausedAt: clocks.pausedAt,
      stoppedAt: clocks.stoppedAt,
      working: clocks.working,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(clocks)
    .leftJoin(offices, eq(offices.id, clocks.officeId))
    .$dynamic();

export type Clock = Omit<Awaited<ReturnType<typeof selectClocks>>[number], "working"> & { working: Working };

/** A clock that merging has stopped ended nothing: while another letter speaks, it is that letter's clock that counts. */
const stoppedByMerging = sql`exists (select 1 from ${merges} where ${merges.letterId} = ${clocks.letterId}
  and ${merges.splitAt} is null and ${merges.mergedAt} = ${clocks.stoppedAt})`;

/** All clocks of these letters, in the order in which they started. */
export async function clocksOf(db: Db, ids: number[]): Promise<Map<number, Clock[]>> {
  const rows = await selectClocks(db)
    .where(and(inArray(clocks.letterId, ids), not(stoppedByMerging)))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  return Map.groupBy(rows as Clock[], ({ letterId }) => letterId);
}

/** The clock that gives the letter its lamp: the one that runs, its own or of who reviews it; else its last that ran. */
export function officeClockOf(times: Clock[]): Clock | undefined {
  return (
    times.findLast(({ what, stoppedAt }) => isLetters(what) && !stoppedAt) ??
    times.findLast(({ what, stoppedAt }) => what === "review" && !stoppedAt) ??
    times.findLast((one) => isLetters(one.what))
  );
}

/** Who is waited for when nobody has to accept or finish: first whoever decides, last whoever has promised. */
const besides: readonly ClockName[] = ["review", "respond", "order", "promise"];

/** The writer's clock runs while the office's stands still: then it is the writer's turn. */
export function turnOf(times: Clock[]): Turn | null {
  const running = times.filter(({ stoppedAt }) => stoppedAt === null);
  const first = (is: (what: ClockName) => boolean) => running.find(({ what }) => is(what));
  const clock =
    first(isWriters) ??
    first(isLetters) ??
    besides.map((name) => first((what) => what === name)).find((found) => found);
  if (!clock) return null;
  const { what, office, working } = clock;
  const who = isWriters(what) ? "writer" : "office";
  return {
    who,
    what,
    office: who === "office" ? office : null,
    dueOn: working.dueOn,
    provisional: working.provisional,
  };
}

export function lightOfClock(clock: Clock, now: Now): ClockLight {
  return {
    ...lightOf(clock, now),
    what: clock.what,
    dueOn: clock.working.dueOn,
    nth: nthOf(clock),
  };
}

/** On which day of its term a clock was stopped in time: 第 9 个工作日. A day that does not count says nothing. */
function nthOf({ stoppedAt, dueAt, working }: Clock): { unit: "workdays" | "days"; n: number } | null {
  const { unit } = working.term;
  if (!stoppedAt || stoppedAt >= dueAt || unit === "hours") return null;
  const n = working.days.find(({ date }) => date === civilDateOf(stoppedAt))?.n;
  return n ? { unit, n } : null;
}
