import type { EventCounts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";

interface Change {
  what: string;
  subject: string;
  topics: string[];
  counts: EventCounts;
  /** Old and new public words: names of offices, what a mailbox declines. Never a person's name. */
  words?: string | undefined;
}

/** Whatever an administrator changes stands in the public log: what and where, never which person. */
export async function recordChange(tx: Tx, actor: Actor, change: Change, now: Now): Promise<void> {
  await record(tx, {
    ...change,
    topics: [...change.topics, "structure", "log"],
    actor,
    as: { role: "administrator" },
    public: true,
    at: now.at,
  });
}
