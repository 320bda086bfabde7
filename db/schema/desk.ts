import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { people } from "./people.ts";

/** What somebody has typed and not sent: one row a form, kept on every change. */
export const drafts = pgTable(
  "drafts",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** Which form: "write", "answer:12", "post". */
    form: text().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.form] })],
);

/** What somebody typed before signing in, or before they were refused: the address carries the token back to it. */
export const handovers = pgTable(
  "handovers",
  {
    token: text().primaryKey(),
    path: text().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    /** Why it was not taken, and what fills the sentence's blanks. Null: who typed it was not signed in. */
    refusal: text(),
    details: jsonb().$type<Record<string, string | number | null>>(),
    at: instant().notNull(),
  },
  (t) => [index("handovers_at").on(t.at)],
);

/** Who is working on what right now, shown to colleagues; it locks nothing. */
export const claims = pgTable("claims", {
  subject: text().primaryKey(),
  personId: ref()
    .notNull()
    .references(() => people.id),
  at: instant().notNull(),
});

/** A person was told of an event. In-app always; by SMS through `messages`. Once per person and event. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    eventId: ref().notNull(),
    letterId: ref(),
    what: text().notNull(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    index("notices_person").on(t.personId, t.id),
    index("notices_letter").on(t.letterId),
    uniqueIndex("notices_once").on(t.eventId, t.personId),
  ],
);

/** Short messages on their way. Text and number are encrypted; the id is the provider's idempotency key. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    noticeId: ref().unique(),
    purpose: text({ enum: ["code", "notice"] }).notNull(),
    sealed: text().notNull(),
    state: text({ enum: ["waiting", "sent", "failed"] })
      .notNull()
      .default("waiting"),
    tries: integer().notNull().default(0),
    createdAt: instant().notNull(),
    nextTryAt: instant(),
    sentAt: instant(),
    problem: text(),
  },
  (t) => [index("messages_waiting").on(t.nextTryAt).where(sql`${t.state} = 'waiting'`)],
);
