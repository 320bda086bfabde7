import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { recordCounted } from "#domain/events/record-counted.ts";
import { oweSupported } from "#domain/owed-answers/owe-supported.ts";
import { alone } from "./alone.ts";
import { type Difference, moveVotes } from "./move.ts";

const batch = 10_000;

/**
 * Counts the votes cast since the last time, a batch a transaction, one process at a time. Says how many it counted.
 *
 * For each person and target of a batch it compares the newest vote among those counted before with the newest among
 * those and the batch. Votes that commit late, behind newer ones already counted, thereby change nothing they should
 * not: after the last batch the counts are exactly those of each person's newest vote, without those that were struck. `waits`: when another process is
 * at it, after it instead of not at all.
 */
export async function sumVotes(db: Db, now: Now, waits = false): Promise<number> {
  for (let total = 0; ; ) {
    const summed = await transact(db, (tx) => sumBatch(tx, now, waits));
    total += summed;
    if (summed < batch) return total;
  }
}

async function sumBatch(tx: Tx, now: Now, waits: boolean): Promise<number> {
  if (!(await alone(tx, waits))) return 0;
  const { counted, differences } = await takeBatch(tx);
  if (counted === 0) return 0;
  await moveVotes(tx, differences);
  const posts = [...new Set(differences.map(({ postId }) => postId))].sort((a, b) => a - b);
  await recordCounted(tx, "votes", posts, now);
  await oweSupported(tx, grown(differences), now);
  return counted;
}

/** The comments that more people support than before. */
const grown = (differences: Difference[]) =>
  differences.filter(({ target, up }) => target === "comment" && up > 0).map(({ targetId }) => targetId);

async function takeBatch(tx: Tx): Promise<{ counted: number; differences: Difference[] }> {
  const [taken] = await tx.execute<{ counted: number; differences: Difference[] | null }>(sql`
    with fresh as (
      select id, target, target_id, post_id, person_id from votes where not summed order by id limit ${batch}
    ), done as (
      update votes v set summed = true from fresh f where v.id = f.id
    ), voters as (
      select target, target_id, person_id, max(post_id) as post_id, max(id) as newest
      from fresh group by target, target_id, person_id
    ), moves as (
      select o.target, o.target_id, o.post_id,
        case when s.invalidation_id is null then coalesce(before.choice, 0) else 0 end as was,
        coalesce(before.verified, false) as was_verified,
        case when s.invalidation_id is null then after.choice else 0 end as became, after.verified as became_verified
      from voters o
      left join lateral (
        select v.id, v.choice, v.verified from votes v
        where v.person_id = o.person_id and v.target = o.target and v.target_id = o.target_id and v.summed
        order by v.id desc limit 1
      ) before on true
      join votes after on after.id = greatest(o.newest, coalesce(before.id, 0))
      left join vote_standings s on s.post_id = o.post_id and s.person_id = o.person_id
    ), differences as (
      select target, target_id as "targetId", max(post_id) as "postId",
        sum((became = 1)::int - (was = 1)::int)::int as up,
        sum((became = -1)::int - (was = -1)::int)::int as down,
        sum((became <> 0 and became_verified)::int - (was <> 0 and was_verified)::int)::int as verified
      from moves group by target, target_id
    )
    select (select count(*)::int from fresh) as counted,
      (select json_agg(d) from differences d where d.up <> 0 or d.down <> 0 or d.verified <> 0) as differences`);
  return { counted: taken!.counted, differences: taken!.differences ?? [] };
}
