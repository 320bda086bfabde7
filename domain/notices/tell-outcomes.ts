import { and, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { pledges, posts } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { type Telling, tell } from "./tell.ts";

/** What becomes of an appeal, for who raised it and for everybody who has promised something. */
const ofAppeals: Partial<Record<string, string>> = {
  "appeal.verify": "talk.appealVerify",
  "appeal.refuse": "talk.appealRefuse",
  "appeal.handOver": "talk.appealHandOver",
  "appeal.suspend": "talk.appealSuspend",
  "appeal.resume": "talk.appealResume",
  "appeal.close": "talk.appealClose",
};

/** What was decided for one person, who stands in the event's topics: what they reported, and what they contested. */
const ofOne: Partial<Record<string, string>> = {
  "flag.settle": "talk.flagSettle",
  "grievance.tell": "talk.grievanceTell",
};

/** For the relay: whoever asked for a decision hears it, and whoever gives hears what became of it. Not of one's own acts. */
export async function tellOutcomes(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const event of events) {
    const found = ofOne[event.what] ? decidedForOne(event) : await becameOfAppeal(db, event);
    if (!found) continue;
    const now = await readNow(db);
    const { personIds, ...telling } = found;
    await transact(db, (tx) => tell(tx, { eventId: event.id, at: event.at, kind: "talk", ...telling }, personIds, now));
  }
}

type Found = Pick<Telling, "what" | "postId" | "about"> & { personIds: number[] };

function decidedForOne({ what, topics, subject }: StampedEvent): Found {
  const personIds = topics.flatMap((topic) => (topic.startsWith("person:") ? [Number(topic.slice(7))] : []));
  return { what: ofOne[what]!, about: subject, personIds };
}

async function becameOfAppeal(db: Db, { what, subject, personId, at }: StampedEvent): Promise<Found | null> {
  const told = ofAppeals[what];
  if (!told) return null;
  const postId = Number(subject.replace("post:", ""));
  const [raised, gave] = await Promise.all([
    db.select({ id: posts.authorId }).from(posts).where(eq(posts.id, postId)),
    db
      .selectDistinct({ id: pledges.personId })
      .from(pledges)
      .where(and(eq(pledges.postId, postId), isNull(pledges.withdrawnAt), lte(pledges.at, at))),
  ]);
  const concerned = new Set([...raised, ...gave].map(({ id }) => id));
  return { what: told, postId, about: subject, personIds: [...concerned].filter((id) => id !== personId) };
}
