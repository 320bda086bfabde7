import { and, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, ledCases, letters, mailboxes } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LedRow, readLedCases } from "#domain/led-cases/read-led-cases.ts";
import { type DeskRow, readDeskRows } from "./desk-rows.ts";
import { lettersLit } from "./lamps.ts";
import { readOwnReadings } from "./leaders-trail.ts";
import { deskWhere } from "./list-desk-letters.ts";

export interface Today {
  /** 待批示: open letters to this leader on which no leader has said anything yet. */
  uninstructed: Pile;
  /** 带案: the cases they lead, the one to look into first on top. */
  led: LedRow[];
  /** 临期 */
  amber: Pile;
  /** 超期 */
  red: Pile;
}

export interface TodayRow extends DeskRow {
  /** When this leader last opened it. */
  readAt: Date | null;
  /** Some leader leads it as their own case. */
  isLed: boolean;
}

interface Pile {
  n: number;
  rows: TodayRow[];
}

const most = 10;

/** What a leader looks at in the morning: the letters written to them, those that press, those that are late, and their own cases. */
export async function readLeaderToday(db: Db, leader: Person, now: Now): Promise<Today> {
  const mine = and(deskWhere(leader, {}, now), addressedTo(leader))!;
  const [uninstructed, amber, red, led] = await Promise.all([
    pile(db, leader, and(mine, nothingSaid)!, now),
    pile(db, leader, and(mine, lettersLit("amber", now))!, now),
    pile(db, leader, and(mine, lettersLit("red", now))!, now),
    readLedCases(db, leader, now),
  ]);
  return { uninstructed, led, amber, red };
}

function addressedTo(leader: Person): SQL {
  const positions = leader.grants.flatMap(({ leaderId }) => leaderId ?? []);
  return sql`${letters.mailboxId} in (select ${mailboxes.id} from ${mailboxes}
    where ${positions.length > 0 ? inArray(mailboxes.leaderId, positions) : sql`false`})`;
}

const nothingSaid = sql`not exists (select 1 from ${events} where ${events.subject} = 'letter:' || ${letters.id}
  and ${inArray(events.what, ["letter.instruct", "letter.acknowledge", "letter.takeOn"])})`;

async function pile(db: Db, leader: Person, where: SQL, now: Now): Promise<Pile> {
  const [rows, [counted]] = await Promise.all([
    readDeskRows(db, where, null, most, now),
    db.select({ n: sql<number>`count(*)::int` }).from(letters).where(where),
  ]);
  const ids = rows.map(({ id }) => id);
  const [read, led] = await Promise.all([readOwnReadings(db, leader, ids), whichAreLed(db, ids)]);
  return {
    n: counted?.n ?? 0,
    rows: rows.map((row) => ({ ...row, readAt: read.get(row.id) ?? null, isLed: led.has(row.id) })),
  };
}

async function whichAreLed(db: Db, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ letterId: ledCases.letterId })
    .from(ledCases)
    .where(and(inArray(ledCases.letterId, ids), isNull(ledCases.untilAt)));
  return new Set(rows.map(({ letterId }) => letterId));
}
