import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { follows, letters, notices } from "#db/schema/index.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { toldStep } from "./told.ts";

/**
 * For the relay: whoever follows a letter is told of the public steps that its writer is told of, in the app. Not the
 * writer, who is told anyway, nor whoever took the step; once per person and event.
 */
export async function tellFollowers(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const { id, what, subject, personId, at, public: open } of events) {
    const step = open ? toldStep(what) : null;
    if (!step) continue;
    await db.execute(sql`
      insert into ${notices} (person_id, event_id, letter_id, what, at)
      select f.person_id, ${id}::bigint, l.id, ${`follow.${step}`}, ${at.toISOString()}::timestamptz
      from ${letters} l join ${follows} f on f.topic = 'letter:' || l.number
      where l.id = ${Number(subject.replace("letter:", ""))}::bigint and l.published_at is not null and l.hidden_at is null
        and f.person_id is distinct from l.author_id and f.person_id is distinct from ${personId}::bigint
      on conflict do nothing`);
  }
}
