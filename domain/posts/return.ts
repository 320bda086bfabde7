import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { longestReturn, type returnInput } from "./input.ts";
import { lockUnpublished, recordAtDesk } from "./post.ts";

/**
 * The leader gives a draft back to the office, in words: whoever wrote it must know what to mend. Given back already, for
 * instance by the first of two clicks, it stays as it is.
 */
export async function returnPost(db: Db, actor: Actor, input: z.output<typeof returnInput>, now: Now): Promise<void> {
  await transact(db, async (tx) => {
    const post = await lockUnpublished(tx, actor, input.postId);
    authorize(actor, "post.publish", post.stream);
    if (post.state === "draft") return;
    if (post.state !== "offered") throw new Refusal("posts.alreadyScheduled");
    await tx.update(posts).set({ state: "draft" }).where(eq(posts.id, post.id));
    await recordAtDesk(tx, "post.return", post, actor, now, wordsOf(input.words));
  });
}

function wordsOf(typed: string): string {
  const words = plainText(typed);
  if (words === "") throw new Refusal("posts.returnedWordless");
  if (lengthOf(words) > longestReturn) throw new Refusal("posts.returnTooLong", { maximum: longestReturn });
  return words;
}
