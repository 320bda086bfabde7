import { desc, eq, isNotNull } from "drizzle-orm";
import { comments, letters, posts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { keepBookmark } from "#domain/bookmarks/keep.ts";
import type { Now } from "#domain/calendar/now.ts";
import { follow } from "#domain/follows/follow.ts";
import { demoDesks } from "#domain/sign-in/demo-desks.ts";
import type { Cast } from "../cast.ts";

const followed = ["leader:shizhang", "office:jiaotong", "region:yuancheng"];

/** What the citizen who can be entered follows and keeps: their own lists have something true in them. */
export async function keepDemo(tx: Tx, cast: Cast, now: Now): Promise<void> {
  const citizen = cast.citizen(demoDesks.citizen);
  for (const topic of followed) await follow(tx, citizen, { topic, follow: 1 }, now);
  const [post] = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(eq(posts.kind, "solicitation"))
    .orderBy(desc(posts.publishedAt))
    .limit(1);
  const [comment] = await tx
    .select({ id: comments.id })
    .from(comments)
    .where(isNotNull(comments.officeId))
    .orderBy(desc(comments.createdAt))
    .limit(1);
  const [letter] = await tx
    .select({ number: letters.number })
    .from(letters)
    .where(isNotNull(letters.publishedAt))
    .orderBy(desc(letters.id))
    .limit(1);
  for (const what of [`comment:${comment!.id}`, `letter:${letter!.number}`, `post:${post!.id}`])
    await keepBookmark(tx, citizen, { what, keep: 1 }, now);
}
