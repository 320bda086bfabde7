import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { offices, posts, wordings } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ShownPost, selectPosts, shown } from "./shown.ts";

/** What stays of something hidden: why, by which office, when. */
export interface Hiding {
  at: Date;
  code: string;
  office: { name: string; nameEn: string | null } | null;
}

export type PostRead = { post: ShownPost; hidden: null } | { post: null; hidden: Hiding };

/** A post that is out; of a hidden one the reason and the office; of any other, nothing. */
export async function readPost(db: Db, postId: number, now: Now): Promise<PostRead | null> {
  const rows = await selectPosts(db).where(and(eq(posts.id, postId), eq(posts.state, "published")));
  if (!rows[0]) return null;
  if (rows[0].hiddenAt) return { post: null, hidden: await readHiding(db, postId) };
  const [post] = await shown(db, rows, now);
  return { post: post!, hidden: null };
}

const hider = alias(offices, "hider");

async function readHiding(db: Db, postId: number): Promise<Hiding> {
  const [row] = await db
    .select({ at: posts.hiddenAt, code: posts.hiddenCode, office: { name: hider.name, nameEn: hider.nameEn } })
    .from(posts)
    .leftJoin(hider, eq(hider.id, posts.hiddenById))
    .where(eq(posts.id, postId));
  return { at: row!.at!, code: row!.code!, office: row!.office };
}

/** The wordings a post had before, the oldest first; the last one is today's. Null when there is no such post. */
export async function readPostHistory(
  db: Db,
  postId: number,
  now: Now,
): Promise<{ body: string; until: Date | null }[] | null> {
  const read = await readPost(db, postId, now);
  if (!read?.post) return null;
  const earlier = await db
    .select({ body: wordings.body, until: wordings.until })
    .from(wordings)
    .where(eq(wordings.postId, postId))
    .orderBy(asc(wordings.id));
  return [...earlier, { body: read.post.body, until: null }];
}
