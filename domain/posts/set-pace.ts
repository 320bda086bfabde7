import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { moderatorOf } from "#domain/moderation/subject.ts";
import { rowId } from "./input.ts";
import { capacityOn, lockPublished, topicsOf } from "./post.ts";

/** Minutes between two comments of one person; 0 as fast as everywhere. */
export const paces = [0, 1, 5, 10, 30, 60] as const;

export const paceInput = z.object({
  postId: rowId,
  minutes: z.coerce.number().pipe(z.literal(paces)),
  verifiedOnly: z.preprocess((value) => value === "on" || value === true, z.boolean()),
});

/**
 * 慢速模式, and votes from verified accounts only: the host of a discussion or its moderator slows it down where it runs
 * hot. Everybody sees it on the post and in the public log; official replies are not slowed.
 */
export async function setPace(db: Db, actor: Actor, input: z.output<typeof paceInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockPublished(tx, input.postId);
    authorize(actor, "talk.pace", post.stream);
    const slowSeconds = input.minutes === 0 ? null : input.minutes * 60;
    const { verifiedOnly } = input;
    if (post.slowSeconds === slowSeconds && post.verifiedOnly === verifiedOnly) return;
    await tx.update(posts).set({ slowSeconds, verifiedOnly }).where(eq(posts.id, post.id));
    await record(tx, {
      what: "post.pace",
      topics: [...topicsOf(post), "log"],
      actor,
      as: can(actor, "post.publish", post.stream)
        ? capacityOn(actor, post.stream)
        : await moderatorOf(tx, actor, post.stream.lineage),
      subject: `post:${post.id}`,
      counts: { post: post.id, seconds: slowSeconds ?? 0, verifiedOnly },
      public: true,
      at: now.at,
    });
  });
}
