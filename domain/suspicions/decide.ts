import { and, eq, inArray, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { suspicions } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { lockModeratedPost, moderatorOf } from "#domain/moderation/subject.ts";
import { rowId } from "#domain/posts/input.ts";
import { Refusal } from "#domain/refusal.ts";
import { alone } from "#domain/votes/alone.ts";
import { mostStruck } from "#domain/votes/invalidate.ts";
import { setWeight } from "#domain/votes/standing.ts";

export const suspicionInput = z.object({
  postId: rowId,
  personIds: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(rowId).min(1).max(mostStruck),
  ),
  decision: z.enum(["confirmed", "cleared"]),
});

/**
 * A moderator confirms that these accounts' votes under a post have no weight, or clears them: then they weigh again. The
 * public reads how many and never whose. What was confirmed can be cleared later.
 */
export async function decideSuspicions(
  db: Db,
  actor: Actor,
  { postId, personIds, decision }: z.output<typeof suspicionInput>,
  now: Now,
): Promise<number> {
  return transact(db, async (tx) => {
    await alone(tx, true);
    const post = await lockModeratedPost(tx, actor, postId);
    const which = and(
      eq(suspicions.postId, postId),
      inArray(suspicions.personId, personIds),
      ne(suspicions.state, decision),
    );
    const rows = await tx.select({ personId: suspicions.personId }).from(suspicions).where(which).for("update");
    const decided = rows.map(({ personId }) => personId);
    if (decided.length === 0) throw new Refusal("votes.nothingToDecide");
    const decidedEventId = await record(tx, {
      what: decision === "confirmed" ? "votes.unweigh" : "votes.weigh",
      topics: post.topics,
      actor,
      as: await moderatorOf(tx, actor, post.lineage),
      subject: `post:${postId}`,
      counts: { post: postId, n: decided.length },
      public: true,
      at: now.at,
    });
    await tx.update(suspicions).set({ state: decision, decidedAt: now.at, decidedEventId }).where(which);
    await setWeight(tx, postId, decided, decision === "confirmed");
    return decided.length;
  });
}
