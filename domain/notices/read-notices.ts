import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, notices } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Told } from "./told.ts";

export interface Notice {
  id: number;
  step: Told | "lookDue" | "recount" | "calendar.ends";
  /** Null: it is about no letter. */
  number: string | null;
  title: string | null;
  /** About a letter of others that its reader follows. */
  followed: boolean;
  at: Date;
  read: boolean;
}

/** The badge under 我的. */
export async function countUnread(db: Db, person: Person): Promise<number> {
  const [row] = await prepared(db, unreadCount).execute({ personId: person.id });
  return row!.n;
}

const unreadCount = (db: Db) =>
  db
    .select({ n: sql<number>`count(*)::int` })
    .from(notices)
    .where(and(eq(notices.personId, sql.placeholder("personId")), isNull(notices.readAt)))
    .prepare("unread_count");

const pageLength = 20;

/** What somebody was told, the newest first. */
export async function listNotices(
  db: Db,
  person: Person,
  after: number | null,
): Promise<{ notices: Notice[]; next: number | null }> {
  const rows = await db
    .select({
      id: notices.id,
      what: notices.what,
      number: letters.number,
      // Who follows a letter reads what everybody reads of it.
      title: sql<
        string | null
      >`case when ${notices.what} like 'follow.%' then ${letters.publicTitle} else ${letters.title} end`,
      at: notices.at,
      readAt: notices.readAt,
    })
    .from(notices)
    .leftJoin(letters, eq(letters.id, notices.letterId))
    .where(and(eq(notices.personId, person.id), after === null ? undefined : lt(notices.id, after)))
    .orderBy(desc(notices.id))
    .limit(pageLength + 1);
  const page = rows.slice(0, pageLength).map(({ what, readAt, ...notice }) => ({
    ...notice,
    step: what.replace(/^(?:letter|follow)\./, "") as Notice["step"],
    followed: what.startsWith("follow."),
    read: readAt !== null,
  }));
  return { notices: page, next: rows.length > pageLength ? page.at(-1)!.id : null };
}
