import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { recordCounted } from "#domain/events/record-counted.ts";
import { oweSupported } from "#domain/owed-answers/owe-supported.ts";
import { alone } from "./alone.ts";
import { wilsonLowerBound } from "./wilson.ts";

const batch = 10_000;

/** By how much the votes of a batch move what is stored on a post or comment. */
interface Difference {
  target: "post" | "comment";
  targetId: number;
  postId: number;
  up: number;
  down: number;
  verified: number;
}

/**
 * Counts the votes cast since the last time, a batch a transaction, one process at a time. Says how many it counted.
 *
 * For each person and target of a batch it compares the newest vote among those counted before with the newest among
 * those and the batch. Votes that commit late, behind newer ones already counted, thereby change nothing they should
 * not: after the last batch the counts are exactly those of each person's newest vote. `waits`: when another process is
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
  await move(tx, "comment", differences);
  await move(tx, "post", differences);
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
        coalesce(before.choice, 0) as was, coalesce(before.verified, false) as was_verified,
        after.choice as became, after.verified as became_verified
      from voters o
      left join lateral (
        select v.id, v.choice, v.verified from votes v
        where v.person_id = o.person_id and v.target = o.target and v.target_id = o.target_id and v.summed
        order by v.id desc limit 1
      ) before on true
      join votes after on after.id = greatest(o.newest, coalesce(before.id, 0))
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

/** Only this function, and only under its lock, changes stored votes: what it reads here stays so until it writes. */
async function move(tx: Tx, target: Difference["target"], all: Difference[]): Promise<void> {
  const changes = new Map(all.filter((one) => one.target === target).map((one) => [one.targetId, one]));
  if (changes.size === 0) return;
  const table = sql.identifier(target === "post" ? "posts" : "comments");
  const before = await tx.execute<{ id: string; up: number; down: number; verified: number }>(
    sql`select id, up, down, verified_votes as verified from ${table} where id in ${[...changes.keys()]}`,
  );
  const after = before.map(({ id, up, down, verified }) => {
    const change = changes.get(Number(id))!;
    const [for_, against] = [up + change.up, down + change.down];
    return {
      id: Number(id),
      up: for_,
      down: against,
      v: verified + change.verified,
      h: wilsonLowerBound(for_, against),
    };
  });
  await tx.execute(sql`
    update ${table} t set up = n.up, down = n.down, verified_votes = n.v, heat = n.h
    from json_to_recordset(${JSON.stringify(after)}::json) as n(id bigint, up int, down int, v int, h float8)
    where t.id = n.id`);
}
