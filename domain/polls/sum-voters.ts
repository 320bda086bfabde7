import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { recordCounted } from "#domain/events/record-counted.ts";
import { alone } from "#domain/votes/alone.ts";

const batch = 10_000;

/** Counts who has voted since the last time and tells the polls' pages; not who, and nothing of what. Says how many. */
export async function sumVoters(db: Db, now: Now): Promise<number> {
  return transact(db, async (tx) => {
    if (!(await alone(tx))) return 0;
    const counted = await tx.execute<{ postId: string; n: number }>(sql`
      with fresh as (
        select post_id, person_id from poll_voters where not counted limit ${batch}
      ), done as (
        update poll_voters v set counted = true from fresh f
        where v.post_id = f.post_id and v.person_id = f.person_id returning v.post_id
      ), sums as (
        select post_id, count(*)::int as n from done group by post_id
      )
      update polls p set voters = p.voters + s.n from sums s where p.post_id = s.post_id
      returning p.post_id as "postId", s.n`);
    const postIds = counted.map(({ postId }) => Number(postId)).sort((a, b) => a - b);
    if (postIds.length > 0) await recordCounted(tx, "ballots", postIds, now);
    return counted.reduce((sum, { n }) => sum + n, 0);
  });
}
