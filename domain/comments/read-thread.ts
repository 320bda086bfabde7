import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ShownComment, showComments } from "./shown.ts";

export const commentsOnPage = 20;
export const repliesAtFirst = 3;
export const repliesOnPage = 50;
/** Official replies are few; beyond this the thread's own order shows the rest of them. */
const mostPinned = 20;
const mostNewer = 50;

export type CommentSort = "hottest" | "newest" | "oldest";

export interface Thread {
  comment: ShownComment;
  /** Official replies first, then the oldest ones. */
  replies: ShownComment[];
  /** After which reply the next ones begin; null when all are shown. */
  next: number | null;
}

export interface ThreadPage {
  /** Official words on the first level; only on the first page. */
  pinned: Thread[];
  threads: Thread[];
  next: number | null;
}

export interface ThreadPaging {
  sort?: CommentSort;
  after?: number | undefined;
  /** Only answers to this prompt of a solicitation. */
  prompt?: number | undefined;
  /** Only answers that stand in this theme. */
  theme?: number | undefined;
}

/**
 * A page of the discussion of a post that can be read (`readPost` says so): the comments by keyset, the first replies of each by a lateral join, in one query whose
 * cost does not grow with the thread. Official words are pinned above and not repeated below.
 */
export async function readThread(db: Db, postId: number, paging: ThreadPaging, now: Now): Promise<ThreadPage> {
  const [rows, official] = await Promise.all([idsOfPage(db, postId, paging), idsOfOfficial(db, postId)]);
  const more = rows.length > commentsOnPage;
  const kept = rows.slice(0, commentsOnPage);
  const pinned = paging.after ? [] : official.filter(({ parentId }) => parentId === null).map(({ id }) => id);
  const pinnedReplies = await idsOfFirstReplies(db, pinned);
  const threads = await showThreads(db, [...pinnedReplies, ...kept], official, now);
  return {
    pinned: threads.slice(0, pinned.length),
    threads: threads.slice(pinned.length),
    next: more ? kept.at(-1)!.id : null,
  };
}

/** One comment with its replies, wherever in the discussion it stands: where a link to it leads. */
export async function readOneThread(db: Db, postId: number, commentId: number, now: Now): Promise<Thread | null> {
  const [row] = await db
    .select({ id: sql<number>`coalesce(${comments.parentId}, ${comments.id})`.mapWith(Number) })
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.postId, postId)));
  if (!row) return null;
  const [official, replies] = await Promise.all([idsOfOfficial(db, postId), idsOfFirstReplies(db, [row.id])]);
  const [thread] = await showThreads(db, replies, official, now);
  if (!thread || thread.comment.id === commentId || thread.replies.some(({ id }) => id === commentId)) {
    return thread ?? null;
  }
  return { ...thread, replies: [...thread.replies, ...(await showComments(db, [commentId], now))] };
}

/** More replies to one comment, in the order of time. */
export async function readReplies(
  db: Db,
  parentId: number,
  after: number | undefined,
  now: Now,
): Promise<{ replies: ShownComment[]; next: number | null }> {
  const rows = await db.execute<{ id: string }>(sql`
    select c.id from comments c join posts p on p.id = c.post_id
    where c.parent_id = ${parentId} and c.office_id is null and p.state = 'published' and p.hidden_at is null
      ${after ? sql`and (c.created_at, c.id) > (select k.created_at, k.id from comments k where k.id = ${after})` : sql``}
    order by c.created_at, c.id limit ${repliesOnPage + 1}`);
  const ids = rows.map(({ id }) => Number(id));
  const kept = ids.slice(0, repliesOnPage);
  return { replies: await showComments(db, kept, now), next: ids.length > repliesOnPage ? kept.at(-1)! : null };
}

/** What was said on a post after a comment: for 有 N 条新评论. Counted up to fifty. */
export async function readNewer(db: Db, postId: number, since: number, now: Now): Promise<ShownComment[]> {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(
      and(
        eq(comments.postId, postId),
        gt(comments.id, since),
        isNull(comments.hiddenAt),
        eq(posts.state, "published"),
        isNull(posts.hiddenAt),
      ),
    )
    .orderBy(comments.id)
    .limit(mostNewer);
  return showComments(
    db,
    rows.map(({ id }) => id),
    now,
  );
}

interface IdRow {
  id: number;
  replies: number[];
}

async function idsOfPage(
  db: Db,
  postId: number,
  { sort = "hottest", after, prompt, theme }: ThreadPaging,
): Promise<IdRow[]> {
  const key = sort === "hottest" ? sql`heat` : sql`created_at`;
  const direction = sort === "oldest" ? sql`asc` : sql`desc`;
  const beyond = sort === "oldest" ? sql`>` : sql`<`;
  const rows = await db.execute<{ id: string; replies: string[] | null }>(sql`
    select c.id, r.ids as replies
    from (
      select c.id, c.${key} as k from comments c
      where c.post_id = ${postId} and c.parent_id is null and c.office_id is null
        ${prompt === undefined ? sql`` : sql`and c.prompt = ${prompt}`}
        ${theme === undefined ? sql`` : sql`and c.id in (select comment_id from theme_comments where theme_id = ${theme})`}
        ${after ? sql`and (c.${key}, c.id) ${beyond} (select k.${key}, k.id from comments k where k.id = ${after})` : sql``}
      order by c.${key} ${direction}, c.id ${direction} limit ${commentsOnPage + 1}
    ) c
    left join lateral (${firstReplies(sql`c.id`)}) r on true
    order by c.k ${direction}, c.id ${direction}`);
  return rows.map(idRow);
}

async function idsOfFirstReplies(db: Db, parents: number[]): Promise<IdRow[]> {
  if (parents.length === 0) return [];
  const rows = await db.execute<{ id: string; replies: string[] | null }>(sql`
    select c.id, r.ids as replies from comments c left join lateral (${firstReplies(sql`c.id`)}) r on true
    where c.id in ${parents} order by c.created_at, c.id`);
  return rows.map(idRow);
}

const firstReplies = (parent: ReturnType<typeof sql>) => sql`
  select array_agg(f.id order by f.created_at, f.id) as ids from (
    select r.id, r.created_at from comments r where r.parent_id = ${parent} and r.office_id is null
    order by r.created_at, r.id limit ${repliesAtFirst + 1}
  ) f`;

const idRow = ({ id, replies }: { id: string; replies: string[] | null }): IdRow => ({
  id: Number(id),
  replies: (replies ?? []).map(Number),
});

const idsOfOfficial = (db: Db, postId: number) =>
  db
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(and(eq(comments.postId, postId), sql`${comments.officeId} is not null`))
    .orderBy(comments.id)
    .limit(mostPinned);

async function showThreads(
  db: Db,
  rows: IdRow[],
  official: { id: number; parentId: number | null }[],
  now: Now,
): Promise<Thread[]> {
  const threads = rows.map(({ id, replies }) => ({
    id,
    official: official.filter(({ parentId }) => parentId === id).map((reply) => reply.id),
    replies: replies.slice(0, repliesAtFirst),
    more: replies.length > repliesAtFirst,
  }));
  const all = await showComments(
    db,
    threads.flatMap((thread) => [thread.id, ...thread.official, ...thread.replies]),
    now,
  );
  const byId = new Map(all.map((comment) => [comment.id, comment]));
  return threads.map((thread) => ({
    comment: byId.get(thread.id)!,
    replies: [...thread.official, ...thread.replies].map((id) => byId.get(id)!),
    next: thread.more ? thread.replies.at(-1)! : null,
  }));
}
