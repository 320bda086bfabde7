import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { caseLooks, leaders, ledCases, letters } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type DeskRow, readDeskRows } from "#domain/letters/desk-rows.ts";

/** Who leads a letter as their own case, how often they look into it, and when next. */
export interface LedCase {
  leader: { handle: string; title: string; titleEn: string | null };
  everyDays: number;
  from: Date;
  nextOn: CivilDate;
  looks: number;
}

/** Public, as the letter's steps are: whoever asks has found out before that the letter may be read. */
export async function readLedCase(db: Db, letterId: number): Promise<LedCase | null> {
  const [led] = await selectLed(db).where(and(eq(ledCases.letterId, letterId), isNull(ledCases.untilAt)));
  return led ? ledCaseOf(led) : null;
}

export interface LedRow extends DeskRow {
  led: LedCase;
  /** The day has come, or gone by. */
  due: boolean;
}

const most = 20;

/** The cases that a leader has taken as their own, the one to look into first on top. */
export async function readLedCases(db: Db, leader: Person, now: Now): Promise<LedRow[]> {
  const positions = leader.grants.flatMap(({ leaderId }) => leaderId ?? []);
  if (positions.length === 0) return [];
  const led = await selectLed(db)
    .innerJoin(letters, eq(letters.id, ledCases.letterId))
    .where(
      and(inArray(ledCases.leaderId, positions), isNull(ledCases.untilAt), lettersFor(leader, "letter.read-internal")),
    )
    .orderBy(asc(caseLooks.dueOn), asc(ledCases.id))
    .limit(most);
  const ids = led.map(({ letterId }) => letterId);
  if (ids.length === 0) return [];
  const rows = await readDeskRows(db, inArray(letters.id, ids), null, most, now);
  return led.flatMap((one) => {
    const row = rows.find(({ id }) => id === one.letterId);
    return row ? [{ ...row, led: ledCaseOf(one), due: one.nextOn <= now.today }] : [];
  });
}

const selectLed = (db: Db) =>
  db
    .select({
      letterId: ledCases.letterId,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      everyDays: ledCases.everyDays,
      from: ledCases.fromAt,
      nextOn: caseLooks.dueOn,
      looks: sql<number>`(select count(*) from case_looks done
        where done.case_id = ${ledCases.id} and done.looked_at is not null)`.mapWith(Number),
    })
    .from(ledCases)
    .innerJoin(leaders, eq(leaders.id, ledCases.leaderId))
    .innerJoin(caseLooks, and(eq(caseLooks.caseId, ledCases.id), isNull(caseLooks.lookedAt)))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectLed>>[number];

function ledCaseOf({ leader, everyDays, from, nextOn, looks }: Row): LedCase {
  return { leader, everyDays, from, nextOn: nextOn as CivilDate, looks };
}
