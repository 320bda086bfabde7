import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { bookmarks } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { findKept } from "./find-kept.ts";
import type { bookmarkInput } from "./input.ts";

type Bookmark = z.output<typeof bookmarkInput>;

/** More than anybody finds again. */
export const mostBookmarks = 2_000;

/** Keeps, or keeps no more; twice is the same as once. It is nobody else's business, is counted nowhere and leaves no event. */
export async function keepBookmark(db: Db, actor: Actor, { what, keep }: Bookmark, now: Now): Promise<Bookmark> {
  authorize(actor, "bookmark");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  // What was hidden since can still be let go of.
  const [found] = await findKept(db, [what], keep === 1 ? "readable" : "any");
  if (!found) throw new Refusal("bookmarks.nothingThere");
  const { kind, ofId } = found;
  if (keep === 0) {
    const mine = and(eq(bookmarks.personId, actor.id), eq(bookmarks.kind, kind), eq(bookmarks.ofId, ofId));
    await db.delete(bookmarks).where(mine);
    return { what, keep };
  }
  if ((await db.$count(bookmarks, eq(bookmarks.personId, actor.id))) >= mostBookmarks)
    throw new Refusal("bookmarks.tooMany", { maximum: mostBookmarks });
  await db.insert(bookmarks).values({ personId: actor.id, kind, ofId, at: now.at }).onConflictDoNothing();
  return { what, keep };
}
