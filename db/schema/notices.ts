import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { people } from "./people.ts";

/**
 * What a notice is about, as far as people choose by it how they want to be told: one's own letters, letters that one
 * follows, answers to what one said, being named, the posts of whom one follows, one's work.
 */
export const noticeKinds = ["own", "followed", "talk", "mentions", "streams", "desk"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Beside the app, where everything stands. */
export const noticeChannels = ["sms", "email"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

export const paces = ["now", "digest", "never"] as const;
export type Pace = (typeof paces)[number];

/** How much of one letter somebody wants to hear. */
export const levels = ["all", "asks", "nothing"] as const;

/** A person was told of an event, once. In the app always; over other channels by `dispatches`. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    eventId: ref().notNull(),
    letterId: ref(),
    commentId: ref(),
    postId: ref(),
    what: text().notNull(),
    kind: text({ enum: noticeKinds }).notNull().default("own"),
    /** It waits for something that this person can do. */
    asks: boolean().notNull().default(false),
    /** What unread notices are gathered by: "letter:12", "comment:7". Null: it stands alone. */
    about: text(),
    /** The newer notice under which an unread one of the same thing stands. */
    foldedInto: ref(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    index("notices_person").on(t.personId, t.id),
    index("notices_kind").on(t.personId, t.kind, t.id),
    index("notices_letter").on(t.letterId),
    index("notices_folded").on(t.foldedInto).where(sql`${t.foldedInto} is not null`),
    // The badge, and what a new notice folds.
    index("notices_unread").on(t.personId, t.about).where(sql`${t.readAt} is null`),
    uniqueIndex("notices_once").on(t.eventId, t.personId),
  ],
);

/** Messages on their way. What they say and to whom is encrypted; the id is the provider's idempotency key. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    channel: text({ enum: noticeChannels }).notNull().default("sms"),
    /** Of releases before `dispatches`: written no more. */
    noticeId: ref().unique(),
    purpose: text({ enum: ["code", "notice", "address"] }).notNull(),
    sealed: text().notNull(),
    /** Dropped: what it told of was hidden before it left. */
    state: text({ enum: ["waiting", "sent", "failed", "dropped"] })
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

/** That a notice goes over a channel: once. It waits for its digest, or has a message, which may carry many. */
export const dispatches = pgTable(
  "dispatches",
  {
    noticeId: ref()
      .notNull()
      .references(() => notices.id),
    channel: text({ enum: noticeChannels }).notNull(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** When the digest that takes it is due. Null: sent by itself. */
    digestAt: instant(),
    messageId: ref(),
  },
  (t) => [
    primaryKey({ columns: [t.noticeId, t.channel] }),
    index("dispatches_waiting").on(t.digestAt).where(sql`${t.messageId} is null`),
    index("dispatches_message").on(t.messageId),
    index("dispatches_person").on(t.personId).where(sql`${t.messageId} is null`),
  ],
);

/** How somebody wants to hear of a kind over a channel, where it is not what everybody begins with. */
export const noticePreferences = pgTable(
  "notice_preferences",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    kind: text({ enum: noticeKinds }).notNull(),
    channel: text({ enum: noticeChannels }).notNull(),
    pace: text({ enum: paces }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind, t.channel] })],
);

/** Hours in Shanghai. From and until the same hour: no quiet at all. */
export const noticeSettings = pgTable("notice_settings", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  quietFrom: integer().notNull(),
  quietUntil: integer().notNull(),
  digestHour: integer().notNull(),
  language: text({ enum: ["zh-CN", "en"] }).notNull(),
});

/** How much of one letter somebody wants to hear. No row: all of it. */
export const letterLevels = pgTable(
  "letter_levels",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    letterId: ref().notNull(),
    level: text({ enum: levels }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.letterId] })],
);

/** Where somebody's mail goes, once they have shown that it is theirs. */
export const mailAddresses = pgTable("mail_addresses", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  sealed: text().notNull(),
  hash: text().notNull(),
  confirmedAt: instant().notNull(),
});

/** An address that was given and waits for its owner's word: the link that was sent there, hashed. */
export const mailConfirmations = pgTable(
  "mail_confirmations",
  {
    tokenHash: text().primaryKey(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    sealed: text().notNull(),
    hash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("mail_confirmations_person").on(t.personId), index("mail_confirmations_hash").on(t.hash, t.createdAt)],
);
