import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { votes } from "#db/schema/index.ts";

export interface MyVotes {
  post: number;
  /** By comment id; what was taken back is left out. */
  comments: Record<number, number>;
}

/** How a person has voted on a post and its comments, the newest vote on each counting. For them alone. */
export async function readMyVotes(db: Db, personId: number, postId: number): Promise<MyVotes> {
  const rows = await db
    .selectDistinctOn([votes.target, votes.targetId], {
      target: votes.target,
      targetId: votes.targetId,
      choice: votes.choice,
    })
    .from(votes)
    .where(and(eq(votes.personId, personId), eq(votes.postId, postId)))
    .orderBy(votes.target, votes.targetId, desc(votes.id));
  const mine: MyVotes = { post: 0, comments: {} };
  for (const { target, targetId, choice } of rows) {
    if (target === "post") mine.post = choice;
    else if (choice !== 0) mine.comments[targetId] = choice;
  }
  return mine;
}

/** The same for several posts at once, by "post:7" and "comment:12": for a page of many. */
export async function readMyVotesOn(db: Db, personId: number, postIds: number[]): Promise<Record<string, number>> {
  if (postIds.length === 0) return {};
  const rows = await db
    .selectDistinctOn([votes.target, votes.targetId], {
      target: votes.target,
      targetId: votes.targetId,
      choice: votes.choice,
    })
    .from(votes)
    .where(and(eq(votes.personId, personId), inArray(votes.postId, postIds)))
    .orderBy(votes.target, votes.targetId, desc(votes.id));
  return Object.fromEntries(
    rows.filter(({ choice }) => choice !== 0).map(({ target, targetId, choice }) => [`${target}:${targetId}`, choice]),
  );
}
