import { sql } from "drizzle-orm";
import type { Tx } from "#db/transact.ts";
import { wilsonLowerBound } from "./wilson.ts";

/** By how much stored votes on a post or comment move. All nothing: only its heat is reckoned again. */
export interface Difference {
  target: "post" | "comment";
  targetId: number;
  postId: number;
  up: number;
  down: number;
  verified: number;
}

interface Stored extends Record<string, unknown> {
  id: number;
  up: number;
  down: number;
  verified: number;
}

/**
 * Moves what is stored. Only this function, and only under the lock of `alone`, changes stored votes: what it reads stays so
 * until it writes. Votes without weight are in the totals and not in the heat.
 */
export async function moveVotes(tx: Tx, all: readonly Difference[]): Promise<void> {
  await moveOn(tx, "comment", all);
  await moveOn(tx, "post", all);
}

async function moveOn(tx: Tx, target: Difference["target"], all: readonly Difference[]): Promise<void> {
  const changes = new Map(all.filter((one) => one.target === target).map((one) => [one.targetId, one]));
  if (changes.size === 0) return;
  const after = await movedOn(tx, target, changes);
  await tx.execute(sql`
    update ${tableOf(target)} t set up = n.up, down = n.down, verified_votes = n.v, heat = n.h
    from json_to_recordset(${JSON.stringify(after)}::json) as n(id bigint, up int, down int, v int, h float8)
    where t.id = n.id`);
}

async function movedOn(tx: Tx, target: Difference["target"], changes: Map<number, Difference>) {
  const before = await tx.execute<Stored>(
    sql`select id::float8 as id, up, down, verified_votes as verified from ${tableOf(target)} where id in ${[...changes.keys()]}`,
  );
  const light = await weightlessOn(tx, target, changes);
  return before.map(({ id, up, down, verified }) => {
    const change = changes.get(id)!;
    const [for_, against] = [up + change.up, down + change.down];
    const without = light.get(id) ?? { up: 0, down: 0 };
    const heat = wilsonLowerBound(for_ - without.up, against - without.down);
    return { id, up: for_, down: against, v: verified + change.verified, h: heat };
  });
}

const tableOf = (target: Difference["target"]) => sql.identifier(target === "post" ? "posts" : "comments");

/** How many of the votes that stand on these things have no weight. There are few such accounts, and mostly none. */
async function weightlessOn(
  tx: Tx,
  target: Difference["target"],
  changes: Map<number, Difference>,
): Promise<Map<number, { up: number; down: number }>> {
  const postIds = [...new Set([...changes.values()].map(({ postId }) => postId))];
  const rows = await tx.execute<Stored>(sql`
    select target_id::float8 as id, count(*) filter (where choice = 1)::int as up,
      count(*) filter (where choice = -1)::int as down
    from (
      select distinct on (v.person_id, v.target_id) v.target_id, v.choice
      from vote_standings s join votes v on v.person_id = s.person_id and v.target = ${target}::vote_target
      where s.weightless and s.invalidation_id is null and s.post_id in ${postIds}
        and v.post_id = s.post_id and v.target_id in ${[...changes.keys()]} and v.summed
      order by v.person_id, v.target_id, v.id desc
    ) newest group by target_id`);
  return new Map(rows.map(({ id, up, down }) => [id, { up, down }]));
}
