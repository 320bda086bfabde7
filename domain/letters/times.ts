import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, offices } from "#db/schema/index.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import { type Light, lightOf } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";

/** A name in both languages; English is missing where nobody has given one. */
export interface Named {
  name: string;
  nameEn: string | null;
}

/** Whose turn it is, and until the end of which day. */
export interface Turn {
  who: "office" | "writer";
  what: "accept" | "finish" | "supply" | "judging";
  office: Named | null;
  dueOn: CivilDate;
}

/** The light of an office's clock, with the day of its term on which it was stopped. */
export type ClockLight = Light & {
  what: "accept" | "finish";
  dueOn: CivilDate;
  nth: { unit: "workdays" | "days"; n: number } | null;
};

const selectClocks = (db: Db) =>
  db
    .select({
      letterId: clocks.letterId,
      what: clocks.what,
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

/** All clocks of these letters, in the order in which they started. */
export async function clocksOf(db: Db, ids: number[]): Promise<Map<number, Clock[]>> {
  const rows = await selectClocks(db)
    .where(inArray(clocks.letterId, ids))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  return Map.groupBy(rows as Clock[], ({ letterId }) => letterId);
}

export const isOffices = (what: Clock["what"]): what is "accept" | "finish" => what === "accept" || what === "finish";

/** The office's clock: the one that runs, else the last that ran. */
export function officeClockOf(times: Clock[]): Clock | undefined {
  return (
    times.findLast(({ what, stoppedAt }) => isOffices(what) && !stoppedAt) ??
    times.findLast((one) => isOffices(one.what))
  );
}

/** The writer's clock runs while the office's stands still: then it is the writer's turn. */
export function turnOf(times: Clock[]): Turn | null {
  const running = times.filter(({ stoppedAt }) => stoppedAt === null);
  const clock = running.find(({ what }) => !isOffices(what)) ?? running[0];
  if (!clock) return null;
  const { what, office, working } = clock;
  return {
    who: isOffices(what) ? "office" : "writer",
    what,
    office: isOffices(what) ? office : null,
    dueOn: working.dueOn,
  };
}

export function lightOfClock(clock: Clock, now: Now): ClockLight {
  return {
    ...lightOf(clock, now),
    what: clock.what as "accept" | "finish",
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
