import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type PollMode, polls, pollVoters } from "#db/schema/index.ts";
import type { PollResult } from "./result.ts";

/** A poll as everybody sees it. Before it is counted nobody, staff or not, learns more than how many have voted. */
export interface ShownPoll {
  postId: number;
  mode: PollMode;
  options: string[];
  most: number;
  /** Null: a draft that does not know it yet. */
  closesAt: Date | null;
  closedAt: Date | null;
  /** Each of them a citizen whose identity is verified. */
  voters: number;
  result: PollResult | null;
}

/** The polls among these posts. Whoever may read a post may read its poll: who asks has found the posts. */
export async function readPolls(db: Db, postIds: number[]): Promise<ShownPoll[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .select({
      postId: polls.postId,
      mode: polls.mode,
      options: polls.options,
      most: polls.most,
      closesAt: polls.closesAt,
      closedAt: polls.closedAt,
      voters: sql<number>`${polls.voters} + (select count(*)::int from ${pollVoters} v where v.post_id = polls.post_id and not v.counted)`,
      result: polls.result,
    })
    .from(polls)
    .where(inArray(polls.postId, postIds));
  return rows as ShownPoll[];
}

/** Whether somebody has voted in a poll: for them alone. */
export async function readMyBallots(db: Db, personId: number, postIds: number[]): Promise<number[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .select({ postId: pollVoters.postId })
    .from(pollVoters)
    .where(and(eq(pollVoters.personId, personId), inArray(pollVoters.postId, postIds)));
  return rows.map(({ postId }) => postId);
}
