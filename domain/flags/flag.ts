import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, flags } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { readTrust } from "#domain/people/read-trust.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { type flagInput, longestFlag } from "./input.ts";
import { findSeen, type Seen } from "./seen.ts";

/**
 * 举报: tells the moderators of something that everybody sees, once a person. It hides nothing: what people whose accounts
 * stand firmly report climbs in the queue, and a person decides. Nobody learns who reported.
 */
export async function flag(db: Db, actor: Actor, input: z.output<typeof flagInput>, now: Now): Promise<{ id: number }> {
  authorize(actor, "flag.make");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const words = plainText(input.words);
  if (lengthOf(words) > longestFlag) throw new Refusal("flags.tooLong", { maximum: longestFlag });
  if (input.reason === "other" && !words) throw new Refusal("flags.wordsMissing");
  return transact(db, async (tx) => {
    const seen = await findSeen(tx, input.of);
    if (seen.authorId === actor.id) throw new Refusal("flags.own");
    const established = (await readTrust(tx, actor.id, now)) === "established";
    const eventId = await recordFlag(tx, actor, seen, input, words, now);
    const [made] = await tx
      .insert(flags)
      .values({
        subject: input.of,
        postId: seen.postId,
        personId: actor.id,
        reason: input.reason,
        established,
        at: now.at,
        eventId,
      })
      .onConflictDoNothing()
      .returning({ id: flags.id });
    if (!made) throw new Refusal("flags.twice");
    if (established && seen.what === "comment") await raise(tx, seen.id);
    return made;
  });
}

/** It climbs, and what had been looked at is looked at again. */
async function raise(tx: Tx, commentId: number): Promise<void> {
  await tx
    .update(comments)
    .set({ attention: sql`least(${comments.attention} + 1, 30000)`, reviewedAt: null })
    .where(and(eq(comments.id, commentId), isNull(comments.hiddenAt)));
}

function recordFlag(
  tx: Tx,
  actor: Actor,
  { what, id, postId }: Seen,
  { reason }: z.output<typeof flagInput>,
  words: string,
  now: Now,
): Promise<number> {
  return record(tx, {
    what: "flag.make",
    topics: ["flags"],
    actor,
    as: { role: "citizen" },
    subject: `${what}:${id}`,
    counts: { reason, post: postId, ...(what !== "post" && { [what]: id }) },
    words: words || undefined,
    public: false,
    at: now.at,
  });
}
