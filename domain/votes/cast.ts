import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { voteInput } from "./input.ts";

type Vote = z.output<typeof voteInput>;

/**
 * Votes 赞成 or 反对, changes it or takes it back. One row is appended and nothing is locked or counted, so that any number
 * of people vote on one comment at once; `sumVotes` counts within the second. Leaves no event of its own for the same
 * reason. Refused where there is nothing to be seen.
 */
export async function castVote(db: Db, actor: Actor, { target, targetId, choice }: Vote, now: Now) {
  if (isPerson(actor) && actor.staff) throw new Refusal("votes.notForDesks");
  authorize(actor, "vote.cast");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const seen = target === "post" ? visiblePost(targetId) : visibleComment(targetId);
  const [vote] = await db.execute<{ postId: string }>(sql`
    insert into votes (target, target_id, post_id, person_id, choice, verified, at)
    select ${target}::vote_target, ${targetId}::bigint, seen.post_id, ${actor.id}::bigint, ${choice}::smallint,
      ${actor.verified}::boolean, ${now.at.toISOString()}::timestamptz
    from (${seen}) seen where ${actor.verified} or not seen.verified_only
    returning post_id as "postId"`);
  if (!vote) throw new Refusal(await whyNot(db, target, targetId));
  return { target, targetId, choice, postId: Number(vote.postId) };
}

const visiblePost = (id: number) => sql`
  select p.id as post_id, p.verified_only from posts p where p.id = ${id}::bigint and p.state = 'published' and p.hidden_at is null`;

const visibleComment = (id: number) => sql`
  select c.post_id, p.verified_only from comments c join posts p on p.id = c.post_id
  where c.id = ${id}::bigint and c.hidden_at is null and p.state = 'published' and p.hidden_at is null`;

/** The post takes votes from verified accounts only, or there is nothing to be seen. */
async function whyNot(db: Db, target: Vote["target"], id: number): Promise<string> {
  const seen = await db.execute(target === "post" ? visiblePost(id) : visibleComment(id));
  return seen.length > 0 ? "votes.verifiedOnly" : "votes.nothingThere";
}
