import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type EventCounts, pollBallots, polls, pollVoters, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { lockPost, topicsOf } from "#domain/posts/post.ts";
import { alone } from "#domain/votes/alone.ts";
import { countVotes, type PollResult } from "./result.ts";
import { runOff } from "./runoff.ts";

/** The timetable: counts every poll whose end has come. Nobody else can, so that nobody chooses the moment. Says how many. */
export async function closePolls(db: Db, now: Now): Promise<number> {
  const due = await db
    .select({ postId: polls.postId })
    .from(polls)
    .innerJoin(posts, eq(posts.id, polls.postId))
    .where(and(isNull(polls.closedAt), lte(polls.closesAt, now.at), eq(posts.state, "published")))
    .orderBy(asc(polls.closesAt))
    .limit(100);
  for (const { postId } of due) await transact(db, (tx) => closePoll(tx, postId, now));
  return due.length;
}

async function closePoll(tx: Tx, postId: number, now: Now): Promise<void> {
  await alone(tx, true);
  const [poll] = await tx.select().from(polls).where(eq(polls.postId, postId)).for("update");
  // Another process was faster.
  if (!poll || poll.closedAt) return;
  const ballots = await tx
    .select({ choices: pollBallots.choices })
    .from(pollBallots)
    .where(eq(pollBallots.postId, postId));
  const result = resultOf(
    poll,
    ballots.map(({ choices }) => choices),
  );
  const voters = ballots.length;
  await tx.update(pollVoters).set({ counted: true }).where(eq(pollVoters.postId, postId));
  await tx.update(polls).set({ closedAt: now.at, voters, result }).where(eq(polls.postId, postId));
  await record(tx, {
    what: "poll.close",
    topics: topicsOf(await lockPost(tx, postId)),
    actor: clock,
    as: { role: "clock" },
    subject: `post:${postId}`,
    counts: { post: postId, mode: poll.mode, voters, ...sealed(result) },
    public: true,
    at: now.at,
  });
}

function resultOf({ mode, options }: typeof polls.$inferSelect, ballots: number[][]): PollResult {
  if (mode !== "ranked") return countVotes(options.length, ballots);
  const { rounds, winners } = runOff(options.length, ballots);
  return { counts: options.map((_, option) => rounds.at(-1)?.counts[option] ?? 0), rounds, winners };
}

/** The whole result stands in the event, so that the ledger holds it; a round as "12,-,7", with "-" for who was out. */
function sealed({ counts, rounds, winners }: PollResult): EventCounts {
  const inRounds = rounds?.map((round) => round.counts.map((count) => count ?? "-").join(","));
  return { votes: counts, winners, ...(inRounds && { rounds: inRounds }) };
}
