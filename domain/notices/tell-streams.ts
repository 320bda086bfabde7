import { and, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { follows, leaders, offices, posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { streamTopic } from "#domain/posts/stream.ts";
import { tell } from "./tell.ts";

/**
 * For the relay: who follows a leader or an office finds its posts among their notices and in the day's digest. They ring
 * nobody: there are many, and 关注 shows them anyway.
 */
export async function tellStreams(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    if (event.what !== "post.publish") continue;
    const postId = Number(event.subject.replace("post:", ""));
    const followers = await followersOf(db, postId, event.at);
    const telling = { eventId: event.id, at: event.at, postId, what: "stream.post", kind: "streams" } as const;
    const now = await readNow(db);
    await transact(db, (tx) => tell(tx, { ...telling, silently: true }, followers, now));
  }
}

/** Who followed the stream when it was said. */
async function followersOf(db: Db, postId: number, at: Date): Promise<number[]> {
  const [stream] = await db
    .select({ handle: leaders.handle, slug: offices.slug })
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(and(eq(posts.id, postId), eq(posts.state, "published"), isNull(posts.hiddenAt)));
  if (!stream) return [];
  const rows = await db
    .select({ personId: follows.personId })
    .from(follows)
    .where(and(eq(follows.topic, streamTopic(stream)), lte(follows.at, at)));
  return rows.map(({ personId }) => personId);
}
