import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityOn, lockPublished, topicsOf } from "#domain/posts/post.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Added, addUpdate } from "#domain/updates/add-update.ts";
import type { endIncidentInput } from "./input.ts";

/**
 * 解除: it is over. Whoever may publish an incident says so, in words that stand as its last update; from then on no page
 * carries it at its head, and it takes no more updates.
 */
export async function endIncident(
  db: Db,
  actor: Actor,
  input: z.output<typeof endIncidentInput>,
  now: Now,
): Promise<Added> {
  return transact(db, async (tx) => {
    const post = await lockPublished(tx, input.postId);
    if (post.kind !== "incident") throw new Refusal("incidents.missing");
    authorize(actor, "post.broadcast", post.stream);
    if (post.endedAt) throw new Refusal("incidents.alreadyEnded");
    const last = await addUpdate(tx, actor, { ...input, as: { officeId: post.stream.officeId } }, now);
    await tx.update(posts).set({ endedAt: now.at }).where(eq(posts.id, post.id));
    const eventId = await record(tx, {
      what: "incident.end",
      topics: topicsOf(post),
      actor,
      as: capacityOn(actor, post.stream),
      subject: `post:${post.id}`,
      counts: { post: post.id, update: last.number },
      public: true,
      at: now.at,
    });
    return { ...last, eventId };
  });
}
