import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { follows, letters } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { ofLetter, tell } from "./tell.ts";
import { toldStep } from "./told.ts";

/**
 * For the relay: whoever follows a letter is told of the public steps that its writer is told of. Not the writer, who is
 * told anyway, nor whoever took the step; once per person and event.
 */
export async function tellFollowers(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    const step = event.public ? toldStep(event.what) : null;
    if (!step) continue;
    const letterId = Number(event.subject.replace("letter:", ""));
    const followers = await followersOf(db, letterId, event.personId);
    const telling = { ...ofLetter(event, letterId), what: `follow.${step}`, kind: "followed" } as const;
    const now = await readNow(db);
    await transact(db, (tx) => tell(tx, telling, followers, now));
  }
}

async function followersOf(db: Db, letterId: number, actorId: number | null): Promise<number[]> {
  const rows = await db
    .select({ personId: follows.personId })
    .from(letters)
    .innerJoin(follows, eq(follows.topic, sql`'letter:' || ${letters.number}`))
    .where(
      and(
        eq(letters.id, letterId),
        isNotNull(letters.publishedAt),
        isNull(letters.hiddenAt),
        or(isNull(letters.authorId), ne(follows.personId, letters.authorId)),
        actorId === null ? undefined : ne(follows.personId, actorId),
      ),
    );
  return rows.map(({ personId }) => personId);
}
