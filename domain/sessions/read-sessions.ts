import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { posts, sessions } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isOut, type ShownPost, selectPosts, shown } from "#domain/posts/shown.ts";

export const pastOnPage = 20;
/** More than this are never announced at once. */
const mostOpen = 30;

/** A post that is a live session. */
export type SessionPost = ShownPost & { session: NonNullable<ShownPost["session"]> };

/** 公仆在线: what is live and what is announced, the next one first; and what is over, the newest first, by keyset. */
export async function readSessions(
  db: Db,
  { after }: { after?: number | undefined },
  now: Now,
): Promise<{ open: SessionPost[]; past: SessionPost[]; next: number | null }> {
  const [open, over] = await Promise.all([
    after ? [] : openIds(db, mostOpen),
    idsOf(db, and(isNotNull(posts.endedAt), after ? before(after) : undefined), [
      desc(sessions.startsAt),
      desc(sessions.postId),
    ]),
  ]);
  const kept = over.slice(0, pastOnPage);
  const read = await showSessions(db, [...open, ...kept], now);
  return {
    open: read.slice(0, open.length),
    past: read.slice(open.length),
    next: over.length > kept.length ? kept.at(-1)! : null,
  };
}

/** The session that is live, else the one that is announced next: for the home page. */
export async function readNextSession(db: Db, now: Now): Promise<SessionPost | null> {
  return (await showSessions(db, await openIds(db, 1), now))[0] ?? null;
}

const openIds = (db: Db, most: number) =>
  idsOf(db, isNull(posts.endedAt), [asc(sql`${sessions.startedAt} is null`), asc(sessions.startsAt)], most);

async function idsOf(db: Db, where: SQL | undefined, order: SQL[], most = pastOnPage + 1): Promise<number[]> {
  const rows = await db
    .select({ id: sessions.postId })
    .from(sessions)
    .innerJoin(posts, eq(posts.id, sessions.postId))
    .where(and(isOut, where))
    .orderBy(...order)
    .limit(most);
  return rows.map(({ id }) => id);
}

const before = (after: number) =>
  sql`(${sessions.startsAt}, ${sessions.postId}) < (select k.starts_at, k.post_id from sessions k where k.post_id = ${after})`;

async function showSessions(db: Db, ids: number[], now: Now): Promise<SessionPost[]> {
  if (ids.length === 0) return [];
  const rows = await selectPosts(db).where(sql`${posts.id} in ${ids}`);
  const byId = new Map((await shown(db, rows, now)).map((post) => [post.id, post]));
  return ids.flatMap((id) => (byId.get(id) as SessionPost | undefined) ?? []);
}
