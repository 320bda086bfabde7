import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { polls, pollVoters, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { choicesOf } from "./choices.ts";
import type { ballotInput } from "./input.ts";
import { putAmong } from "./urn.ts";

/**
 * One ballot a verified citizen, none for a desk. Who has voted and what was chosen are two rows that nothing joins, so
 * that a ballot can neither be found again nor changed: a second one is refused. Leaves no event of its own, whose order
 * would tell; how many have voted is told by `sumVoters`.
 */
export async function castBallot(
  db: Db,
  actor: Actor,
  input: z.output<typeof ballotInput>,
  now: Now,
): Promise<{ postId: number }> {
  if (isPerson(actor) && actor.staff) throw new Refusal("polls.notForDesks");
  if (isPerson(actor) && !actor.verified) throw new Refusal("polls.verifiedOnly");
  authorize(actor, "poll.vote");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return transact(db, async (tx) => {
    const poll = await openPoll(tx, input.postId, now);
    const choices = choicesOf(poll, input);
    const [voter] = await tx
      .insert(pollVoters)
      .values({ postId: poll.postId, personId: actor.id })
      .onConflictDoNothing()
      .returning({ postId: pollVoters.postId });
    if (!voter) throw new Refusal("polls.already");
    await putAmong(tx, poll.postId, choices);
    return { postId: poll.postId };
  });
}

/** Voters share this lock and do not wait for each other; counting the ballots waits for them, and they for it. */
async function openPoll(tx: Tx, postId: number, now: Now) {
  const [poll] = await tx
    .select({
      postId: polls.postId,
      mode: polls.mode,
      options: polls.options,
      most: polls.most,
      closesAt: polls.closesAt,
      closedAt: polls.closedAt,
    })
    .from(polls)
    .innerJoin(posts, eq(posts.id, polls.postId))
    .where(and(eq(polls.postId, postId), eq(posts.state, "published"), isNull(posts.hiddenAt)))
    .for("key share", { of: polls });
  if (!poll) throw new Refusal("polls.missing");
  if (poll.closedAt || poll.closesAt! <= now.at) throw new Refusal("polls.over");
  return poll;
}
