import { randomBytes } from "node:crypto";
import { and, asc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import { pollBallots } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";

/** Among so many others a ballot is put at least, once there are so many. */
export const among = 100;

/**
 * Puts a ballot into the urn: some of those in it are taken out and put back with it, under new random slots and in the
 * order of these. Otherwise place on disk and transaction number, which every row has, would lead from who voted to what
 * was chosen. Ballots that somebody else is mixing at this moment are left alone, so that nobody waits.
 */
export async function putAmong(tx: Tx, postId: number, choices: number[]): Promise<void> {
  const from = newSlot();
  const above = await takeOut(tx, postId, gte(pollBallots.slot, from), among);
  const below = above.length < among ? await takeOut(tx, postId, lt(pollBallots.slot, from), among - above.length) : [];
  const mixed = [...above, ...below, choices].map((each) => ({ postId, slot: newSlot(), choices: each }));
  await tx.insert(pollBallots).values(mixed.sort((one, other) => (one.slot < other.slot ? -1 : 1)));
}

async function takeOut(tx: Tx, postId: number, where: SQL, most: number): Promise<number[][]> {
  const slots = tx
    .select({ slot: pollBallots.slot })
    .from(pollBallots)
    .where(and(eq(pollBallots.postId, postId), where))
    .orderBy(asc(pollBallots.slot))
    .limit(most)
    .for("update", { skipLocked: true });
  const taken = await tx
    .delete(pollBallots)
    .where(and(eq(pollBallots.postId, postId), inArray(pollBallots.slot, slots)))
    .returning({ choices: pollBallots.choices });
  return taken.map((ballot) => ballot.choices);
}

const newSlot = (): bigint => randomBytes(8).readBigInt64BE();
