import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { images } from "#db/schema/index.ts";
import type { ShownImage } from "#domain/posts/shown.ts";

/** Those of a letter's pictures that a person has looked at and published. */
export async function readPublishedPictures(db: Db, letterId: number): Promise<ShownImage[]> {
  return db
    .select({ token: images.token, width: images.width, height: images.height, alt: images.alt })
    .from(images)
    .where(and(eq(images.letterId, letterId), isNotNull(images.publishedAt)))
    .orderBy(asc(images.sort), asc(images.id));
}
