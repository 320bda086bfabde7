import { and, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, posts } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { mayPublish } from "./may-write.ts";
import { isOut, type ShownPost, selectPosts, shown } from "./shown.ts";

export const postsOnPage = 20;

export type PostSort = "newest" | "hottest";

/** One page of a list, and the id after which the next one begins. */
export interface PostPage {
  posts: ShownPost[];
  next: number | null;
}

interface Paging {
  sort?: PostSort;
  after?: number | undefined;
}

/** What leaders and offices say, without the broadcast that stands pinned above it. Citizens' appeals have a page of their own. */
export async function readHome(db: Db, { sort = "newest", after }: Paging, now: Now): Promise<PostPage> {
  const pinned = or(ne(posts.kind, "broadcast"), isNull(posts.pinnedAt));
  return page(db, and(isOut, pinned, ne(posts.kind, "appeal")), { sort, after }, now);
}

/** The posts of one kind, or of some, the newest first. */
export async function readPostsOfKind(
  db: Db,
  kind: ShownPost["kind"] | readonly ShownPost["kind"][],
  { after }: Pick<Paging, "after">,
  now: Now,
): Promise<PostPage> {
  return page(db, and(isOut, inArray(posts.kind, [kind].flat())), { after }, now);
}

/** The broadcast that stands first on the home page. */
export async function readPinnedBroadcast(db: Db, now: Now): Promise<ShownPost | null> {
  const rows = await selectPosts(db)
    .where(and(isOut, eq(posts.kind, "broadcast"), isNotNull(posts.pinnedAt)))
    .orderBy(desc(posts.pinnedAt))
    .limit(1);
  return (await shown(db, rows, now))[0] ?? null;
}

/** A leader's or an office's own posts; what is pinned comes first, on the first page. */
export async function readStream(
  db: Db,
  of: { handle: string } | { slug: string },
  { sort = "newest", after }: Paging,
  now: Now,
): Promise<PostPage & { pinned: ShownPost | null }> {
  const mine = "handle" in of ? eq(leaders.handle, of.handle) : saidByOffice(eq(offices.slug, of.slug));
  const [rest, pinned] = await Promise.all([
    page(db, and(isOut, mine, isNull(posts.pinnedAt)), { sort, after }, now),
    after ? [] : selectPosts(db).where(and(isOut, mine, isNotNull(posts.pinnedAt))),
  ]);
  return { ...rest, pinned: (await shown(db, pinned, now))[0] ?? null };
}

/** Of the posts of an office those it says itself: that it is asked to verify an appeal makes this no word of its own. */
export const saidByOffice = (office: SQL | undefined) => and(office, isNull(posts.leaderId), ne(posts.kind, "appeal"));

/** What somebody has out on the streams they speak on: what they may correct and pin, the newest first. */
export async function readOwnPosts(
  db: Db,
  actor: Actor,
  { after }: Pick<Paging, "after">,
  now: Now,
): Promise<PostPage> {
  return page(db, and(isOut, mayPublish(actor)), { after }, now);
}

/** Posts that are out and meet a condition, the newest first. */
export async function readPostsWhere(
  db: Db,
  where: SQL,
  { after }: Pick<Paging, "after">,
  now: Now,
): Promise<PostPage> {
  return page(db, and(isOut, where), { after }, now);
}

async function page(db: Db, where: SQL | undefined, { sort, after }: Paging, now: Now): Promise<PostPage> {
  const key = sort === "hottest" ? posts.heat : posts.publishedAt;
  const rows = await selectPosts(db)
    .where(and(where, after ? below(key, after) : undefined))
    .orderBy(desc(key), desc(posts.id))
    .limit(postsOnPage + 1);
  const kept = rows.slice(0, postsOnPage);
  return { posts: await shown(db, kept, now), next: rows.length > postsOnPage ? kept.at(-1)!.id : null };
}

/** Behind the row with this id in the order of the page: its sort key is looked up, so that the address stays short. */
function below(key: typeof posts.heat | typeof posts.publishedAt, after: number): SQL {
  return sql`(${key}, ${posts.id}) < (select k.${sql.identifier(key === posts.heat ? "heat" : "published_at")}, k.id from ${posts} k where k.id = ${after})`;
}
