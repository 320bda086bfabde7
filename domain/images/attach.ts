import { and, eq, isNull } from "drizzle-orm";
import { images } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { mostImages } from "#domain/posts/input.ts";
import { Refusal } from "#domain/refusal.ts";
import { altOf } from "./alt.ts";

type Owner = { postId: number } | { letterId: number } | { updateId: number };

/**
 * Gives a post, an update or a letter its pictures, in this order: those it has and those this person has uploaded, nobody else's.
 * `alts` says by token what is told to who does not see them; a picture that is not in it keeps what it had.
 */
export async function attachImages(
  tx: Tx,
  actor: Actor,
  tokens: string[],
  owner: Owner,
  alts: Record<string, string> = {},
): Promise<void> {
  if (new Set(tokens).size > mostImages) throw new Refusal("images.tooMany", { maximum: mostImages });
  const owned = ownedBy(owner);
  const has = await tx.select({ token: images.token }).from(images).where(owned);
  await tx.update(images).set({ postId: null, letterId: null, updateId: null }).where(owned);

  const kept = new Set(has.map(({ token }) => token));
  for (const [sort, token] of [...new Set(tokens)].entries()) {
    const mine = kept.has(token) ? undefined : eq(images.personId, isPerson(actor) ? actor.id : 0);
    const attached = await tx
      .update(images)
      .set({ ...owner, sort, ...(alts[token] !== undefined && { alt: altOf(alts[token]) }) })
      .where(and(eq(images.token, token), mine, unowned))
      .returning({ id: images.id });
    if (attached.length === 0) throw new Refusal("images.missing");
  }
}

const unowned = and(isNull(images.postId), isNull(images.letterId), isNull(images.updateId));

function ownedBy(owner: Owner) {
  if ("postId" in owner) return eq(images.postId, owner.postId);
  return "letterId" in owner ? eq(images.letterId, owner.letterId) : eq(images.updateId, owner.updateId);
}
