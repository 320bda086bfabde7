import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { appeals, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { findRegion } from "#domain/letters/find-mailbox.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestAppeal, longestBeneficiary, type raiseInput } from "./input.ts";
import { type Stepped, topicsOf } from "./take-step.ts";
import { findVerifier } from "./verifiers.ts";
import { namelessWords, wholeYuan } from "./wording.ts";

/** Nobody asks for more than this before an office has looked at what they asked for. */
const mostWaiting = 3;

type NewAppeal = z.output<typeof raiseInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
  demo?: boolean;
};

/**
 * A citizen asks everybody for help, for somebody who is not named. It is talked about at once; what is promised waits for
 * an office that has looked whether it is so.
 */
export async function raiseAppeal(db: Db, actor: Actor, input: NewAppeal, now: Now): Promise<Stepped> {
  authorize(actor, "appeal.raise");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const body = namelessWords("body", input.body, longestAppeal);
  const beneficiary = namelessWords("beneficiary", input.beneficiary, longestBeneficiary);
  const goal = wholeYuan(input.goal);
  const { approx = false, demo = false } = input;
  return transact(db, async (tx) => {
    if (!demo) await refuseTooMany(tx, actor.id);
    const region = await findRegion(tx, input.region);
    const { id: officeId } = await findVerifier(tx, region.lineage, input.verifier);
    const out = { state: "published", createdAt: now.at, publishedAt: now.at } as const;
    const [post] = await tx
      .insert(posts)
      .values({ kind: "appeal", officeId, authorId: actor.id, voice: "self", body, approx, demo, ...out })
      .returning({ id: posts.id });
    const postId = post!.id;
    await tx.insert(appeals).values({ postId, regionId: region.id, beneficiary, goal });
    const eventId = await record(tx, {
      what: "post.publish",
      topics: [...topicsOf(postId), "home"],
      actor,
      as: { role: "citizen" },
      subject: `post:${postId}`,
      counts: { post: postId, kind: "appeal", goal },
      words: body,
      public: true,
      at: now.at,
      approx,
    });
    return { postId, eventId };
  });
}

async function refuseTooMany(tx: Tx, authorId: number): Promise<void> {
  const waiting = await tx
    .select({ id: posts.id })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .where(and(eq(posts.authorId, authorId), eq(appeals.state, "raised"), isNull(posts.hiddenAt)))
    .limit(mostWaiting);
  if (waiting.length === mostWaiting) throw new Refusal("appeals.tooManyWaiting", { maximum: mostWaiting });
}
