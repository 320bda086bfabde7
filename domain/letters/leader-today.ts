import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, letters, mailboxes } from "#db/schema/index.ts";
import { isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type DeskRow, readDeskRows } from "./desk-rows.ts";
import { lettersLit } from "./lamps.ts";
import { deskWhere } from "./list-desk-letters.ts";

export interface Today {
  /** 待批示: open letters to this leader on which nothing has been said yet. */
  uninstructed: Pile;
  /** 临期 */
  amber: Pile;
  /** 超期 */
  red: Pile;
}

interface Pile {
  n: number;
  rows: DeskRow[];
}

const most = 10;

/** What a leader looks at in the morning: the letters written to them, those that press and those that are late. */
export async function readLeaderToday(db: Db, leader: Person, now: Now): Promise<Today> {
  const mine = and(deskWhere(leader, {}, now), addressedTo(leader))!;
  const [uninstructed, amber, red] = await Promise.all([
    pile(db, and(mine, notInstructed)!, now),
    pile(db, and(mine, lettersLit("amber", now))!, now),
    pile(db, and(mine, lettersLit("red", now))!, now),
  ]);
  return { uninstructed, amber, red };
}

function addressedTo(leader: Person): SQL {
  const positions = isPerson(leader) ? leader.grants.flatMap(({ leaderId }) => leaderId ?? []) : [];
  return sql`${letters.mailboxId} in (select ${mailboxes.id} from ${mailboxes}
    where ${positions.length > 0 ? inArray(mailboxes.leaderId, positions) : sql`false`})`;
}

const notInstructed = sql`not exists (select 1 from ${events}
  where ${events.subject} = 'letter:' || ${letters.id} and ${events.what} = 'letter.instruct')`;

async function pile(db: Db, where: SQL, now: Now): Promise<Pile> {
  const [rows, [counted]] = await Promise.all([
    readDeskRows(db, where, null, most, now),
    db.select({ n: sql<number>`count(*)::int` }).from(letters).where(where),
  ]);
  return { n: counted?.n ?? 0, rows };
}
