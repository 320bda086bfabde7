import { sql } from "drizzle-orm";
import { date, index, pgEnum, pgTable, smallint, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";

const letter = () =>
  ref()
    .notNull()
    .references(() => letters.id);
const office = () =>
  ref()
    .notNull()
    .references(() => offices.id);
const event = () => ref().references(() => events.id);

export const objectionState = pgEnum("objection_state", ["raised", "upheld", "overruled"]);

/** An office says that a letter is not its own (art. 23). The second of one letter goes to the supervisor. */
export const objections = pgTable(
  "objections",
  {
    id: id(),
    letterId: letter(),
    officeId: office(),
    state: objectionState().notNull().default("raised"),
    raisedAt: instant().notNull(),
    raisedEventId: event(),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [
    index("objections_letter").on(t.letterId),
    uniqueIndex("objections_one_raised").on(t.letterId).where(sql`${t.state} = 'raised'`),
  ],
);

export const extensionState = pgEnum("extension_state", ["asked", "granted", "denied"]);

/** More days to finish (art. 34): at most thirty, once. */
export const extensions = pgTable(
  "extensions",
  {
    id: id(),
    letterId: letter(),
    officeId: office(),
    /** Calendar days. */
    days: smallint().notNull(),
    state: extensionState().notNull().default("asked"),
    round: smallint().notNull(),
    askedAt: instant().notNull(),
    askedEventId: event(),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [
    index("extensions_letter").on(t.letterId),
    uniqueIndex("extensions_once").on(t.letterId).where(sql`${t.state} <> 'denied'`),
  ],
);

export const promiseState = pgEnum("promise_state", ["open", "kept", "broken"]);

/** What an office said it would do, by when: it has a light of its own and survives closing. Words: event_words. */
export const promises = pgTable(
  "promises",
  {
    id: id(),
    letterId: letter(),
    officeId: office(),
    dueOn: date({ mode: "string" }).notNull(),
    state: promiseState().notNull().default("open"),
    madeAt: instant().notNull(),
    madeEventId: event(),
    endedAt: instant(),
    endedEventId: event(),
  },
  (t) => [
    index("promises_letter").on(t.letterId),
    index("promises_office").on(t.officeId, t.state),
    index("promises_open").on(t.dueOn).where(sql`${t.state} = 'open'`),
  ],
);

export const reviewLevel = pgEnum("review_level", ["review", "recheck"]);
export const reviewState = pgEnum("review_state", ["asked", "maintained", "amended", "revoked"]);

/** 复查 and 复核 by the superior office (arts. 35-36): each once. */
export const reviews = pgTable(
  "reviews",
  {
    id: id(),
    letterId: letter(),
    level: reviewLevel().notNull(),
    officeId: office(),
    state: reviewState().notNull().default("asked"),
    askedAt: instant().notNull(),
    askedEventId: event(),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [
    uniqueIndex("reviews_once").on(t.letterId, t.level),
    uniqueIndex("reviews_one_asked").on(t.letterId).where(sql`${t.state} = 'asked'`),
    index("reviews_office").on(t.officeId, t.state),
  ],
);

/** Which letter spoke for which, from–to: a split restores what was. */
export const merges = pgTable(
  "merges",
  {
    id: id(),
    letterId: letter(),
    hostId: letter(),
    mergedAt: instant().notNull(),
    mergedEventId: event(),
    splitAt: instant(),
    splitEventId: event(),
  },
  (t) => [
    index("merges_host").on(t.hostId),
    index("merges_letter").on(t.letterId),
    uniqueIndex("merges_one").on(t.letterId).where(sql`${t.splitAt} is null`),
  ],
);
