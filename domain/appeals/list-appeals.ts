import { and, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type AppealState, appeals, posts } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type PostPage, postsOnPage } from "#domain/posts/read-posts.ts";
import { selectPosts, shown } from "#domain/posts/shown.ts";

/** What the list can be narrowed to: those one can give to, those that wait for an office, those that are over. */
export const appealLists = {
  pledging: ["verified", "suspended"],
  waiting: ["raised"],
  over: ["closed", "refused"],
} as const satisfies Record<string, readonly AppealState[]>;
export type AppealList = keyof typeof appealLists;

/** 求助: one of the three lists, the newest first. */
export async function listAppeals(
  db: Db,
  { show, after }: { show: AppealList; after?: number | undefined },
  now: Now,
): Promise<PostPage> {
  const page = await db
    .select({ id: appeals.postId })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .where(
      and(
        inArray(appeals.state, [...appealLists[show]]),
        isNull(posts.hiddenAt),
        after === undefined ? undefined : lt(appeals.postId, after),
      ),
    )
    .orderBy(desc(appeals.postId))
    .limit(postsOnPage + 1);
  const ids = page.slice(0, postsOnPage).map(({ id }) => id);
  if (ids.length === 0) return { posts: [], next: null };
  const rows = await selectPosts(db).where(inArray(posts.id, ids)).orderBy(desc(posts.id));
  return { posts: await shown(db, rows, now), next: page.length > postsOnPage ? ids.at(-1)! : null };
}
