import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { leaders, mailboxes, offices, regions } from "./offices.ts";
import { people } from "./people.ts";
import { comments, posts } from "./posts.ts";

export const letterKind = pgEnum("letter_kind", ["inquiry", "suggestion", "complaint", "help", "accusation"]);
export type LetterKind = (typeof letterKind.enumValues)[number];

/** How it came in: set by the edge, never by a form. */
export const letterVia = pgEnum("letter_via", [
  "letter",
  "comment",
  "post",
  "question",
  "sms",
  "phone",
  "visit",
  "email",
  "import",
  "superior",
]);
export type LetterVia = (typeof letterVia.enumValues)[number];

export const letterState = pgEnum("letter_state", [
  "submitted",
  "clarifying",
  "accepted",
  "assigned",
  "answered",
  "closed",
  "refused",
  "withdrawn",
]);
export type LetterState = (typeof letterState.enumValues)[number];

/** The writer's choice before sending: public without a name (网友), public with the nickname, or 仅办理单位可见. */
export const letterVisibility = pgEnum("letter_visibility", ["nameless", "nickname", "handlers"]);
export type LetterVisibility = (typeof letterVisibility.enumValues)[number];

/** How long the office has: chosen at accept by triage or operator, never by the lead. */
export const termClass = pgEnum("term_class", ["inquiry", "ordinary", "hard", "utilities", "danger"]);
export type TermClass = (typeof termClass.enumValues)[number];

export const letters = pgTable(
  "letters",
  {
    id: id(),
    number: text().notNull().unique(),
    /** Keyed hash of the eight characters that, with the number, open the letter without signing in. */
    queryCodeHash: text().notNull(),
    mailboxId: ref()
      .notNull()
      .references(() => mailboxes.id),
    authorId: ref().references(() => people.id),
    /** The office that is the letter's source until the comment's author consents. */
    sourceOfficeId: ref().references(() => offices.id),
    commentId: ref().references(() => comments.id),
    /** The post in whose discussion it grew: a page asks by it, whatever the length of the discussion. */
    postId: ref().references(() => posts.id),
    kind: letterKind().notNull(),
    via: letterVia().notNull(),
    visibility: letterVisibility().notNull(),
    state: letterState().notNull().default("submitted"),
    /** As written. Readable only to those who handle it and to its writer. */
    title: text().notNull(),
    body: text().notNull(),
    /** As a person confirmed it for everybody. Only this reaches pages, twins, search, feeds, the ledger. */
    publicTitle: text(),
    publicBody: text(),
    publishedAt: instant(),
    hiddenAt: instant(),
    hiddenCode: text(),
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    place: text().notNull().default(""),
    termClass: termClass(),
    leadOfficeId: ref().references(() => offices.id),
    /** An accusation's accused: they never reach, see or count it. */
    accusedOfficeId: ref().references(() => offices.id),
    accusedLeaderId: ref().references(() => leaders.id),
    /** Where to go back to when what was asked for has been supplied. */
    askedFrom: letterState(),
    /** Which time of working on it: one more after the writer's reopening and after each review that changed something. */
    round: smallint().notNull().default(1),
    /** The writer sends it back once. */
    reopenedAt: instant(),
    sentAt: instant().notNull(),
    approx: boolean().notNull().default(false),
    acceptedAt: instant(),
    answeredAt: instant(),
    closedAt: instant(),
    refusalCode: text(),
    urges: integer().notNull().default(0),
    urgedAt: instant(),
    /** Changes of lead office. */
    hops: integer().notNull().default(0),
    /** A statement on paper, not accounts. */
    signersOnPaper: integer().notNull().default(0),
    /** Verified citizens who stand beside its writer: summed in batches, as votes are. */
    cosigners: integer().notNull().default(0),
    /** Another letter speaks for this one until they are split; number, signers, rating and exit stay its own. */
    mergedInto: ref().references((): AnyPgColumn => letters.id),
    /** The superior office that decides a review or recheck now. */
    reviewOfficeId: ref().references(() => offices.id),
    consentDeclinedAt: instant(),
    retentionHold: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("letters_one_per_comment").on(t.commentId).where(sql`${t.state} <> 'withdrawn'`),
    index("letters_author").on(t.authorId, t.id),
    index("letters_public").on(t.id).where(sql`${t.publishedAt} is not null and ${t.hiddenAt} is null`),
    index("letters_public_state").on(t.state, t.id).where(sql`${t.kind} <> 'accusation'`),
    index("letters_mailbox").on(t.mailboxId, t.state, t.id),
    index("letters_lead").on(t.leadOfficeId, t.state, t.id),
    index("letters_region").on(t.regionId, t.id),
    index("letters_handed_on").on(t.hops, t.id).where(sql`${t.hops} >= 2`),
    index("letters_post").on(t.postId, t.id).where(sql`${t.postId} is not null`),
    index("letters_accusations").on(t.id).where(sql`${t.kind} = 'accusation'`),
    index("letters_closed").on(t.closedAt, t.id).where(sql`${t.state} = 'closed'`),
    index("letters_merged").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    index("letters_review").on(t.reviewOfficeId).where(sql`${t.reviewOfficeId} is not null`),
    check("letters_post_is_the_comments", sql`(${t.commentId} is null) = (${t.postId} is null)`),
    check("letters_not_merged_into_themselves", sql`${t.mergedInto} is distinct from ${t.id}`),
    check("letters_have_a_source", sql`num_nonnulls(${t.authorId}, ${t.sourceOfficeId}) >= 1`),
    check("letters_assigned_have_a_lead", sql`${t.state} <> 'assigned' or ${t.leadOfficeId} is not null`),
    check(
      "letters_only_confirmed_text_is_public",
      sql`${t.publishedAt} is null or (${t.publicTitle} is not null and ${t.publicBody} is not null)`,
    ),
    check(
      "letters_private_never_published",
      sql`${t.publishedAt} is null or (${t.visibility} <> 'handlers' and ${t.kind} <> 'accusation')`,
    ),
    check(
      "letters_accused_is_not_lead",
      sql`${t.accusedOfficeId} is null or ${t.accusedOfficeId} is distinct from ${t.leadOfficeId}`,
    ),
    check("letters_four_rounds", sql`${t.round} between 1 and 4`),
  ],
);

/** Name and telephone of the writer, apart from the letter and encrypted; each reading leaves an event. */
export const letterContacts = pgTable("letter_contacts", {
  letterId: ref()
    .primaryKey()
    .references(() => letters.id),
  nameSealed: text(),
  phoneSealed: text(),
  erasedAt: instant(),
});

export const officePart = pgEnum("office_part", ["lead", "assisting"]);

/** Which office had the letter, as what, from–to: who may act today, and the passing-the-buck meter tomorrow. */
export const letterOffices = pgTable(
  "letter_offices",
  {
    id: id(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    part: officePart().notNull(),
    fromAt: instant().notNull(),
    untilAt: instant(),
  },
  (t) => [
    uniqueIndex("letter_offices_once").on(t.letterId, t.officeId).where(sql`${t.untilAt} is null`),
    uniqueIndex("letter_offices_one_lead").on(t.letterId).where(sql`${t.untilAt} is null and ${t.part} = 'lead'`),
    index("letter_offices_office").on(t.officeId, t.letterId).where(sql`${t.untilAt} is null`),
    index("letter_offices_letter").on(t.letterId),
  ],
);

export const solved = pgEnum("solved", ["yes", "partly", "no"]);
export type Solved = (typeof solved.enumValues)[number];
export const grade = pgEnum("grade", [
  "very_satisfied",
  "satisfied",
  "acceptable",
  "dissatisfied",
  "very_dissatisfied",
]);
export type Grade = (typeof grade.enumValues)[number];

/** The writer's verdict on one round. The first one stays on record when a letter is reopened. Words: event_words. */
export const ratings = pgTable(
  "ratings",
  {
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    round: smallint().notNull(),
    solved: solved().notNull(),
    attitude: grade().notNull(),
    speed: grade().notNull(),
    /** Rated after the judging time had lapsed: figures change, nothing reopens. */
    late: boolean().notNull().default(false),
    eventId: ref()
      .notNull()
      .references(() => events.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.round] })],
);

/** The last number given, by prefix and year. */
export const letterNumbers = pgTable(
  "letter_numbers",
  { prefix: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.prefix, t.year] })],
);

/** A number that an administrator may change, within the law's cap, from a day on. */
export const policies = pgTable(
  "policies",
  {
    name: text().notNull(),
    validFrom: date({ mode: "string" }).notNull(),
    value: jsonb().$type<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.validFrom] })],
);
