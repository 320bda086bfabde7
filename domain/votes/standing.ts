import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { voteStandings } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Difference, moveVotes } from "./move.ts";

/**
 * What these accounts' counted votes under one post amount to, by what they stand on; of each the newest. Votes that are
 * struck already amount to nothing.
 */
export async function amountOf(db: Db, postId: number, personIds: number[]): Promise<Difference[]> {
  if (personIds.length === 0) return [];
  const rows = await db.execute<
    Record<"up" | "down" | "verified", number> & { target: "post" | "comment"; id: number }
  >(
    sql`
    select target, target_id::float8 as id, count(*) filter (where choice = 1)::int as up,
      count(*) filter (where choice = -1)::int as down, count(*) filter (where choice <> 0 and verified)::int as verified
    from (
      select distinct on (v.person_id, v.target, v.target_id) v.target, v.target_id, v.choice, v.verified
      from votes v left join vote_standings s on s.post_id = v.post_id and s.person_id = v.person_id
      where v.person_id in ${personIds} and v.post_id = ${postId} and v.summed and s.invalidation_id is null
      order by v.person_id, v.target, v.target_id, v.id desc
    ) newest group by target, target_id order by target, target_id`,
  );
  return rows.map(({ target, id, up, down, verified }) => ({ target, targetId: id, postId, up, down, verified }));
}

/** The votes of these accounts under a post count nowhere from now on: not in the totals, not in the heat. */
export async function strike(
  tx: Tx,
  postId: number,
  personIds: number[],
  invalidationId: number,
): Promise<Difference[]> {
  const amount = await amountOf(tx, postId, personIds);
  await tx
    .insert(voteStandings)
    .values(personIds.map((personId) => ({ postId, personId, invalidationId })))
    .onConflictDoUpdate({ target: [voteStandings.postId, voteStandings.personId], set: { invalidationId } });
  await moveVotes(tx, amount.map(negative));
  return amount;
}

/** They count again, as they stand now. */
export async function unstrike(tx: Tx, postId: number, invalidationId: number): Promise<void> {
  const standing = await tx
    .update(voteStandings)
    .set({ invalidationId: null })
    .where(and(eq(voteStandings.postId, postId), eq(voteStandings.invalidationId, invalidationId)))
    .returning({ personId: voteStandings.personId });
  await moveVotes(
    tx,
    await amountOf(
      tx,
      postId,
      standing.map(({ personId }) => personId),
    ),
  );
}

/** The votes of these accounts under a post have no weight in the heat, or have it again. They stay in the totals. */
export async function setWeight(tx: Tx, postId: number, personIds: number[], weightless: boolean): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insert(voteStandings)
    .values(personIds.map((personId) => ({ postId, personId, weightless })))
    .onConflictDoUpdate({ target: [voteStandings.postId, voteStandings.personId], set: { weightless } });
  const touched = await amountOf(tx, postId, personIds);
  await moveVotes(
    tx,
    touched.map((one) => ({ ...one, up: 0, down: 0, verified: 0 })),
  );
}

/** Which of these accounts have votes under the post that still count. */
export async function whoVoted(db: Db, postId: number, personIds: number[]): Promise<number[]> {
  if (personIds.length === 0) return [];
  const struck = db
    .select({ id: voteStandings.personId })
    .from(voteStandings)
    .where(and(eq(voteStandings.postId, postId), sql`${voteStandings.invalidationId} is not null`));
  const rows = await db.execute<{ id: number }>(sql`
    select distinct v.person_id::float8 as id from votes v
    where v.person_id in ${personIds} and v.post_id = ${postId} and v.person_id not in (${struck}) order by 1`);
  return rows.map(({ id }) => id);
}

const negative = (one: Difference): Difference => ({ ...one, up: -one.up, down: -one.down, verified: -one.verified });
