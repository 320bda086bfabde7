import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { offices, regions } from "./offices.ts";
import { people } from "./people.ts";
import { posts } from "./posts.ts";
import { updates } from "./threads.ts";

export const appealState = pgEnum("appeal_state", ["raised", "verified", "refused", "suspended", "closed"]);
export type AppealState = (typeof appealState.enumValues)[number];

/**
 * What a post of kind "appeal" is beside its words. The post's office is the one asked to verify. Sums are kept here under
 * the row's lock: appeals are few, and money that is added up wrongly once is believed never again.
 */
export const appeals = pgTable(
  "appeals",
  {
    postId: ref()
      .primaryKey()
      .references(() => posts.id),
    state: appealState().notNull().default("raised"),
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    /** For whom, in words that name nobody. */
    beneficiary: text().notNull(),
    /** Whole yuan; null where things or hands are asked for. */
    goal: integer(),
    verifiedAt: instant(),
    /** The record does not say the exact hour. */
    verifiedApprox: boolean().notNull().default(false),
    /** In the verifying office's words: the need it found, and what public aid covers already. */
    need: text(),
    publicAid: text(),
    charityName: text(),
    charityUrl: text(),
    refusedAt: instant(),
    refusal: text(),
    suspendedAt: instant(),
    suspension: text(),
    suspendedById: ref().references(() => offices.id),
    closingReport: text(),
    /** Null: its author closed it. */
    closedById: ref().references(() => offices.id),
    /** Yuan promised and not taken back, those with a hidden amount among them. */
    pledged: integer().notNull().default(0),
    pledges: integer().notNull().default(0),
    hiddenPledges: integer().notNull().default(0),
    pledgers: integer().notNull().default(0),
    /** Yuan handed over where the record gives a number. */
    handedOver: integer().notNull().default(0),
    lastHandOverAt: instant(),
  },
  (t) => [
    index("appeals_listed").on(t.state, t.postId),
    check("appeals_goal", sql`${t.goal} between 1 and 1000000`),
    check(
      "appeals_sums",
      sql`least(${t.pledged}, ${t.pledges}, ${t.hiddenPledges}, ${t.pledgers}, ${t.handedOver}) >= 0`,
    ),
    check("appeals_verified_in_words", sql`${t.verifiedAt} is null or num_nulls(${t.need}, ${t.publicAid}) = 0`),
    check("appeals_refused_in_words", sql`(${t.state} = 'refused') = (${t.refusal} is not null)`),
    check("appeals_suspended_in_words", sql`${t.state} <> 'suspended' or ${t.suspension} is not null`),
    check("appeals_closed_in_words", sql`(${t.state} = 'closed') = (${t.closingReport} is not null)`),
    check("appeals_charity_by_https", sql`${t.charityUrl} ~ '^https://'`),
  ],
);

/** What a citizen promises, money or things. A statement: the platform holds neither. */
export const pledges = pgTable(
  "pledges",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => appeals.postId),
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** Whole yuan. */
    amount: integer(),
    things: text(),
    /** Counted in the sum and shown to nobody. */
    amountHidden: boolean().notNull().default(false),
    at: instant().notNull(),
    approx: boolean().notNull().default(false),
    withdrawnAt: instant(),
  },
  (t) => [
    index("pledges_shown").on(t.postId, t.id).where(sql`${t.withdrawnAt} is null`),
    index("pledges_person").on(t.personId, t.postId, t.id),
    check("pledges_amount", sql`${t.amount} between 1 and 1000000`),
    check("pledges_of_something", sql`num_nonnulls(${t.amount}, ${t.things}) > 0`),
  ],
);

/** What reached those it was meant for: an update of the thread, with its receipts as pictures. */
export const handOvers = pgTable(
  "hand_overs",
  {
    updateId: ref()
      .primaryKey()
      .references(() => updates.id),
    postId: ref()
      .notNull()
      .references(() => appeals.postId),
    /** Whole yuan; null where the record gives no exact number, or where things were handed over. */
    amount: integer(),
    /** 近3000元, as it was said: never made a number of. */
    amountWords: text(),
    present: smallint().notNull(),
  },
  (t) => [
    index("hand_overs_post").on(t.postId, t.updateId),
    check("hand_overs_amount", sql`${t.amount} between 1 and 1000000000`),
    check("hand_overs_one_amount", sql`num_nonnulls(${t.amount}, ${t.amountWords}) <= 1`),
    check("hand_overs_present", sql`${t.present} between 1 and 999`),
  ],
);

export const appealReportReason = pgEnum("appeal_report_reason", ["untrue", "elsewhere", "names", "other"]);
export type AppealReportReason = (typeof appealReportReason.enumValues)[number];
export const appealReportOutcome = pgEnum("appeal_report_outcome", ["unfounded", "suspended"]);

/** Somebody says that an appeal is misused. Who said it stays with those who decide. */
export const appealReports = pgTable(
  "appeal_reports",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => appeals.postId),
    personId: ref()
      .notNull()
      .references(() => people.id),
    reason: appealReportReason().notNull(),
    words: text().notNull(),
    at: instant().notNull(),
    outcome: appealReportOutcome(),
    decision: text(),
    decidedAt: instant(),
    decidedById: ref().references(() => offices.id),
  },
  (t) => [
    uniqueIndex("appeal_reports_one_open").on(t.postId, t.personId).where(sql`${t.outcome} is null`),
    index("appeal_reports_open").on(t.id).where(sql`${t.outcome} is null`),
    index("appeal_reports_post").on(t.postId, t.id),
    check("appeal_reports_decided", sql`(${t.outcome} is null) = (${t.decidedAt} is null)`),
  ],
);
