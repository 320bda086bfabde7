import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts, uncountedComments } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { alone } from "#domain/votes/alone.ts";

const batch = 10_000;

/**
 * Adds the comments written since the last time to the counts of their posts and parents; says how many. What is shown
 * does not change by it, because what is not counted yet is shown too: it leaves no event.
 */
export async function countComments(db: Db): Promise<number> {
  return transact(db, async (tx) => {
    if (!(await alone(tx))) return 0;
    const fresh = await tx.execute<{ post: string; parent: string | null }>(sql`
      delete from ${uncountedComments} where comment_id in (
        select comment_id from ${uncountedComments} order by comment_id limit ${batch}
      ) returning post_id as post, parent_id as parent`);
    if (fresh.length === 0) return 0;
    const replies = tally(fresh.flatMap(({ parent }) => parent ?? []));
    const written = tally(fresh.map(({ post }) => post));
    await tx.execute(sql`update ${comments} t set reply_count = t.reply_count + n.n
      from json_to_recordset(${replies}::json) as n(id bigint, n int) where t.id = n.id`);
    await tx.execute(sql`update ${posts} t set comment_count = t.comment_count + n.n
      from json_to_recordset(${written}::json) as n(id bigint, n int) where t.id = n.id`);
    return fresh.length;
  });
}

/** How often each id stands there, as rows for PostgreSQL. */
function tally(ids: string[]): string {
  return JSON.stringify(Object.entries(Object.groupBy(ids, (id) => id)).map(([id, all]) => ({ id, n: all!.length })));
}
