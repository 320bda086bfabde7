import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { offices, regions } from "./offices.ts";
import { people } from "./people.ts";
import { posts } from "./posts.ts";

const event = () => ref().references(() => events.id);
const person = () => ref().references(() => people.id);

export const flagReason = pgEnum("flag_reason", [
  "advertising",
  "insult",
  "privacy",
  "rumour",
  "defamation",
  "minor",
  "other",
]);
export type FlagReason = (typeof flagReason.enumValues)[number];

export const flagOutcome = pgEnum("flag_outcome", ["hidden", "kept"]);
export type FlagOutcome = (typeof flagOutcome.enumValues)[number];

/** 举报: a person reports something that everybody sees, once. What they wrote about it is in event_words. */
export const flags = pgTable(
  "flags",
  {
    id: id(),
    /** comment:12, post:7 or update:3 */
    subject: text().notNull(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    personId: person().notNull(),
    reason: flagReason().notNull(),
    /** Did the reporter's account stand at the highest step of trust when they reported? Only these count. */
    established: boolean().notNull(),
    at: instant().notNull(),
    eventId: event().notNull(),
    outcome: flagOutcome(),
    settledAt: instant(),
    settledEventId: event(),
  },
  (t) => [
    uniqueIndex("flags_once").on(t.subject, t.personId),
    index("flags_open").on(t.subject).where(sql`${t.settledAt} is null`),
    index("flags_person").on(t.personId, t.id),
    check("flags_settled_with_outcome", sql`(${t.settledAt} is null) = (${t.outcome} is null)`),
  ],
);

export const wordEffect = pgEnum("word_effect", ["mark", "caution", "refuse"]);
export type WordEffect = (typeof wordEffect.enumValues)[number];

/** Words that make a comment come first in the queue, ask its writer whether they mean it, or are plain advertising. */
export const wordRules = pgTable(
  "word_rules",
  {
    id: id(),
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    words: text().notNull(),
    effect: wordEffect().notNull(),
    personId: person().notNull(),
    createdAt: instant().notNull(),
    /** Null: written and tried on what was said before, but not switched on. */
    startedAt: instant(),
    endedAt: instant(),
  },
  (t) => [
    index("word_rules_on").on(t.regionId).where(sql`${t.startedAt} is not null and ${t.endedAt} is null`),
    check("word_rules_end_after_start", sql`${t.endedAt} is null or ${t.startedAt} is not null`),
  ],
);

/** Several comments hidden or left by one click, so that one click takes all of it back. Each has its own event. */
export const bulkActs = pgTable(
  "bulk_acts",
  {
    id: id(),
    personId: person().notNull(),
    act: text({ enum: ["hide", "review"] }).notNull(),
    commentIds: ref().array().notNull(),
    at: instant().notNull(),
    undoneAt: instant(),
  },
  (t) => [index("bulk_acts_person").on(t.personId, t.id)],
);

/** How the votes of one account count under one post, where that is not as everybody's do. */
export const voteStandings = pgTable(
  "vote_standings",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id),
    personId: person().notNull(),
    /** Counted in the totals, but not in the heat. */
    weightless: boolean().notNull().default(false),
    /** Which numbered act made them count nowhere. */
    invalidationId: ref(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.personId] })],
);

/** Why an account's voting under a post looks organised. */
export interface Evidence {
  /** Accounts younger than a week that voted within the same ten minutes. */
  burst: number;
  /** Other accounts that wrote nearly the same words under the post. */
  copies: number;
  /** Other accounts that voted under the post from the same device and network. */
  shared: number;
  /** Days between opening the account and voting. */
  age: number;
}

export const suspicionState = pgEnum("suspicion_state", ["suspected", "confirmed", "cleared"]);
export type SuspicionState = (typeof suspicionState.enumValues)[number];

/** 疑似水军: found by the timetable under one post, decided by a moderator. Staff alone see whom it is about. */
export const suspicions = pgTable(
  "suspicions",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id),
    personId: person().notNull(),
    evidence: jsonb().$type<Evidence>().notNull(),
    foundAt: instant().notNull(),
    state: suspicionState().notNull().default("suspected"),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.personId] })],
);

/** A public numbered act (第 n 号): the votes of some accounts under one post count no more, or again. */
export const invalidations = pgTable(
  "invalidations",
  {
    id: id(),
    number: integer().notNull().unique(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    personIds: ref().array().notNull(),
    /** How many votes stopped counting. */
    votes: integer().notNull(),
    byId: person().notNull(),
    at: instant().notNull(),
    eventId: event().notNull(),
    undoneAt: instant(),
    undoneEventId: event(),
  },
  (t) => [index("invalidations_post").on(t.postId)],
);

export const grievanceState = pgEnum("grievance_state", ["raised", "stands", "restored"]);
export type GrievanceState = (typeof grievanceState.enumValues)[number];

/** 申诉 of a moderation: who was hidden, or whose votes were struck, contests that act once. Words: event_words. */
export const grievances = pgTable(
  "grievances",
  {
    id: id(),
    /** The act that is contested. */
    actEventId: event().notNull(),
    /** comment:12, post:7, update:3 or invalidation:2 */
    subject: text().notNull(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    personId: person().notNull(),
    /** Who did it: never who decides. */
    doneById: person().notNull(),
    state: grievanceState().notNull().default("raised"),
    raisedAt: instant().notNull(),
    raisedEventId: event().notNull(),
    decidedById: person(),
    byOfficeId: ref().references(() => offices.id),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [
    uniqueIndex("grievances_once").on(t.actEventId, t.personId),
    index("grievances_raised").on(t.id).where(sql`${t.state} = 'raised'`),
    index("grievances_person").on(t.personId, t.id),
    check("grievances_decided_by_another", sql`${t.decidedById} is distinct from ${t.doneById}`),
    check("grievances_not_by_oneself", sql`${t.decidedById} is distinct from ${t.personId}`),
  ],
);
