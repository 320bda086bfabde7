import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Numbers and ids that make an event readable without words: { comment: 12, lead: "jiaotong", due: "2026-10-15" }. */
export type EventCounts = Record<string, string | number | boolean | null | (string | number)[]>;

/**
 * One row for every change, written in the change's own transaction. No free text and no names in it.
 * `position` is stamped later by the relay, densely and in commit order; everything but the relay speaks of positions.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    txid: xid8().notNull().default(sql`pg_current_xact_id()`),
    position: bigint({ mode: "number" }),
    what: text().notNull(),
    topics: text().array().notNull(),
    at: instant().notNull(),
    /** The public record does not say the exact hour. */
    approx: boolean().notNull().default(false),
    /** Public: which office and which role acted. Private: which person. */
    officeId: ref(),
    leaderId: ref(),
    role: text(),
    personId: ref(),
    subject: text().notNull(),
    counts: jsonb().$type<EventCounts>().notNull().default({}),
    /** May everybody read this event? Private ones are sealed without their face. */
    public: boolean().notNull(),
  },
  (t) => [
    uniqueIndex("events_position").on(t.position).where(sql`${t.position} is not null`),
    index("events_unstamped").on(t.txid, t.id).where(sql`${t.position} is null`),
    index("events_subject").on(t.subject, t.id),
    index("events_public_log").on(t.what, t.id).where(sql`${t.public}`),
  ],
);

/** Words live apart from their event with a salt, so that they can be erased while the record stands. */
export const eventWords = pgTable("event_words", {
  eventId: ref()
    .primaryKey()
    .references(() => events.id),
  text: text(),
  salt: text(),
  /** SHA-256 of salt‖text, hex: stays when text and salt are erased. */
  hash: text().notNull(),
  hiddenAt: instant(),
});

/** How far each reader of the stamped events has come. */
export const cursors = pgTable("cursors", {
  consumer: text().primaryKey(),
  position: bigint({ mode: "number" }).notNull(),
});

/** The answer given to a public write, so that the same write sent again gets the same answer. */
export const requests = pgTable(
  "requests",
  {
    key: text().notNull(),
    personId: ref().notNull(),
    bodyHash: text().notNull(),
    /** What was done, as its function told it. */
    body: jsonb().$type<unknown>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index("requests_at").on(t.at)],
);
