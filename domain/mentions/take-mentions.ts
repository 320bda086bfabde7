import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mentions } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readNow } from "#domain/calendar/read-now.ts";
import { record } from "#domain/events/record.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { tellMentioned } from "#domain/notices/tell-mentioned.ts";
import { findMentioned } from "./find-mentioned.ts";
import { type Mentioning, mentioning, readSaid, type Said } from "./read-said.ts";

/**
 * For the relay: whoever is named in what was touched stands beside it as they do now, and nobody where it was hidden. Who
 * is named for the first time is told. Nobody who writes waits for it.
 */
export async function takeMentions(db: Db, events: readonly StampedEvent[]): Promise<void> {
  for (const kind of mentioning) {
    const touched = new Map(
      events.flatMap((event): [number, StampedEvent][] => {
        const [noun, id] = event.subject.split(":");
        return noun === kind && /^\d+$/.test(id ?? "") ? [[Number(id), event]] : [];
      }),
    );
    if (touched.size > 0) await takeAll(db, kind, touched);
  }
}

async function takeAll(db: Db, kind: Mentioning, touched: Map<number, StampedEvent>): Promise<void> {
  const ids = [...touched.keys()];
  const [said, standing] = await Promise.all([
    readSaid[kind](db, ids),
    db
      .select({ ofId: mentions.ofId, name: mentions.name })
      .from(mentions)
      .where(and(eq(mentions.kind, kind), inArray(mentions.ofId, ids))),
  ]);
  for (const [ofId, event] of touched) {
    const one = said.find((other) => other.ofId === ofId) ?? null;
    const before = standing.filter((mention) => mention.ofId === ofId).map(({ name }) => name);
    if (before.length > 0 || /[@＠]/.test(one?.text ?? "")) await takeOne(db, { kind, ofId, one, before, event });
  }
}

interface Touched {
  kind: Mentioning;
  ofId: number;
  /** Null where nobody may read it any more. */
  one: Said | null;
  before: string[];
  event: StampedEvent;
}

async function takeOne(db: Db, { kind, ofId, one, before, event }: Touched): Promise<void> {
  const found = one ? await findMentioned(db, one.text) : [];
  const gone = before.filter((name) => !found.some((mentioned) => mentioned.name === name));
  const now = await readNow(db);
  await transact(db, async (tx) => {
    if (gone.length > 0)
      await tx
        .delete(mentions)
        .where(and(eq(mentions.kind, kind), eq(mentions.ofId, ofId), inArray(mentions.name, gone)));
    const fresh =
      found.length > 0
        ? await insertMentions(
            tx,
            found.map((mentioned) => ({ kind, ofId, ...mentioned, at: event.at })),
          )
        : [];
    if (!one || gone.length + fresh.length === 0) return;
    await renewPage(tx, one.postId, now);
    const named = fresh.flatMap(({ personId }) => personId ?? []);
    await tellMentioned(tx, { event, kind, said: one, named }, now);
  });
}

const insertMentions = (tx: Tx, rows: (typeof mentions.$inferInsert)[]) =>
  tx.insert(mentions).values(rows).onConflictDoNothing().returning({ personId: mentions.personId });

/** The page was shown before anybody knew whom it names. */
async function renewPage(tx: Tx, postId: number, now: Now): Promise<void> {
  await record(tx, {
    what: "mention.mark",
    topics: [`post:${postId}`],
    actor: clock,
    as: { role: "clock" },
    subject: `mention:${postId}`,
    public: false,
    at: now.at,
  });
}
