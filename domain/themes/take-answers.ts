import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, posts } from "#db/schema/index.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { groupAnswers } from "./group.ts";

/** For the relay: where an answer was written, changed or hidden, all of them are grouped anew. Who writes never waits. */
export async function takeAnswers(db: Db, events: readonly StampedEvent[]): Promise<void> {
  const touched = events.map(({ subject }) => subject.split(":")).filter(([noun]) => noun === "comment");
  const ids = [...new Set(touched.map(([, id]) => Number(id)))].filter(Number.isSafeInteger);
  if (ids.length === 0) return;
  const asking = await db
    .selectDistinct({ id: posts.id })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(inArray(comments.id, ids), isNotNull(comments.prompt), eq(posts.state, "published")));
  const now = await readNow(db);
  for (const { id } of asking) await groupAnswers(db, id, now);
}
