import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { RoleName } from "#db/schema/index.ts";
import { type EventCounts, events, eventWords } from "#db/schema/index.ts";
import { afterCommit, prepared, type Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { bridge, takesAway } from "./bridge.ts";

/** The capacity somebody acts in. It is what the public sees of them. */
export interface Capacity {
  role: RoleName | "citizen" | "author" | "lead" | "assisting" | "superior" | "clock";
  officeId?: number | null;
  leaderId?: number | null;
}

export interface NewEvent {
  /** noun.verb: "letter.answer". */
  what: string;
  /** What it makes stale, and who is listening: "letter:HY-2026-00012", "post:7", "home". */
  topics: string[];
  actor: Actor;
  as: Capacity;
  /** noun:id of the one thing it is about. */
  subject: string;
  counts?: EventCounts;
  /** Free text goes nowhere else. */
  words?: string | undefined;
  public: boolean;
  at: Date;
  approx?: boolean;
}

/**
 * The one trace a change leaves, in the change's own transaction. Timeline, public log, notices, sockets, page cache,
 * search, webhooks, statistics and ledger all read it; nobody is told anything anywhere else. Returns the event's id.
 */
export async function record(tx: Tx, event: NewEvent): Promise<number> {
  const face = {
    what: event.what,
    topics: event.topics,
    at: event.at,
    approx: event.approx ?? false,
    role: event.as.role,
    officeId: event.as.officeId ?? null,
    leaderId: event.as.leaderId ?? null,
    personId: isPerson(event.actor) ? event.actor.id : null,
    subject: event.subject,
    counts: event.counts ?? {},
    public: event.public,
  };
  const [row] = event.words
    ? await prepared(tx, insertWithWords).execute({ ...face, ...saltedHash(event.words) })
    : await prepared(tx, insertEvent).execute(face);
  if (takesAway(event.what)) afterCommit(tx, () => bridge()?.purge(event.topics));
  afterCommit(tx, () => bridge()?.poke());
  return row!.id;
}

const { placeholder } = sql;

const insertFace = (db: Db) =>
  db
    .insert(events)
    .values({
      what: placeholder("what"),
      topics: placeholder("topics"),
      at: placeholder("at"),
      approx: placeholder("approx"),
      role: placeholder("role"),
      officeId: placeholder("officeId"),
      leaderId: placeholder("leaderId"),
      personId: placeholder("personId"),
      subject: placeholder("subject"),
      counts: placeholder("counts"),
      public: placeholder("public"),
    })
    .returning({ id: events.id });

const insertEvent = (db: Db) => insertFace(db).prepare("insert_event");

/** Both rows in one statement: every comment waits for this. */
const insertWithWords = (db: Db) => {
  const face = db.$with("face").as(insertFace(db));
  return db
    .with(face)
    .insert(eventWords)
    .select(
      sql`select ${face.id}, ${placeholder("text")}, ${placeholder("salt")}, ${placeholder("hash")}, null from ${face}`,
    )
    .returning({ id: eventWords.eventId })
    .prepare("insert_event_with_words");
};

/** What the ledger seals of words: SHA-256 over the UTF-8 bytes of salt‖text, the salt a hex string. */
export function saltedHash(text: string): { text: string; salt: string; hash: string } {
  const salt = randomBytes(16).toString("hex");
  return { text, salt, hash: createHash("sha256").update(salt).update(text).digest("hex") };
}
