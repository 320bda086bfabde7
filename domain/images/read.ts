import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { images, posts, updates } from "#db/schema/index.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findLetter } from "#domain/letters/letter.ts";

export interface ReadImage {
  bytes: Buffer;
  mime: string;
  /** The post it stands on or under, when everybody may see it and caches may keep it. */
  postId: number | null;
}

/**
 * A picture by its token. That of a hidden or discarded post is gone; that of a letter shows what was not redacted, so
 * that only those who may read the original see it. Who is asking is only asked for then.
 */
export async function readImage(db: Db, token: string, whoAsks: () => Promise<Actor>): Promise<ReadImage | null> {
  if (!/^[\w-]{22}$/.test(token)) return null;
  const [image] = await db
    .select({
      bytes: images.bytes,
      mime: images.mime,
      letterId: images.letterId,
      publishedAt: images.publishedAt,
      postId: posts.id,
      state: posts.state,
      hiddenAt: sql`coalesce(${updates.hiddenAt}, ${posts.hiddenAt})`,
    })
    .from(images)
    .leftJoin(updates, eq(updates.id, images.updateId))
    .leftJoin(posts, sql`${posts.id} = coalesce(${images.postId}, ${updates.postId})`)
    .where(eq(images.token, token));
  if (!image || image.hiddenAt || image.state === "discarded") return null;
  const { bytes, mime } = image;
  if (image.letterId !== null) {
    const letter = await findLetter(db, image.letterId);
    if (!letter) return null;
    // Published by a person, for as long as the letter can be read.
    const open = image.publishedAt !== null && can(nobody, "letter.read", letter);
    if (!open && !can(await whoAsks(), "letter.read-original", letter)) return null;
  }
  return { bytes, mime, postId: image.state === "published" ? image.postId : null };
}

/** The timetable: pictures that nothing was written around within a week. Says how many. */
export async function forgetUnusedImages(db: Db, now: Now): Promise<number> {
  const old = new Date(now.at.getTime() - 7 * 86_400_000);
  const gone = await db
    .delete(images)
    .where(and(isNull(images.postId), isNull(images.letterId), isNull(images.updateId), lt(images.createdAt, old)))
    .returning({ id: images.id });
  return gone.length;
}
