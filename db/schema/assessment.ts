import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
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
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";

const event = () => ref().references(() => events.id);
const office = () =>
  ref()
    .notNull()
    .references(() => offices.id);

/** How a score is reckoned, from a day on. The first version came with the platform. */
export const formulas = pgTable("formulas", {
  id: id(),
  version: integer().notNull().unique(),
  text: text().notNull(),
  /** From which score on an office is in a band. */
  bands: jsonb().$type<{ excellent: number; good: number; pass: number }>().notNull(),
  /** With fewer judged letters there is no band. */
  minimum: integer().notNull(),
  validFrom: date({ mode: "string" }).notNull(),
  createdAt: instant().notNull(),
  eventId: event(),
});

export const reportKind = pgEnum("report_kind", ["month", "year"]);
export type ReportKind = (typeof reportKind.enumValues)[number];

/** A frozen report. It never changes (a trigger refuses): what was wrong is said in the next version. */
export const reports = pgTable(
  "reports",
  {
    id: id(),
    kind: reportKind().notNull(),
    /** 2026-10, 2026 */
    period: text().notNull(),
    version: smallint().notNull(),
    formulaId: ref()
      .notNull()
      .references(() => formulas.id),
    /** The last civil day that counted. */
    asOf: date({ mode: "string" }).notNull(),
    automatic: boolean().notNull(),
    frozenAt: instant().notNull(),
    eventId: event(),
  },
  (t) => [uniqueIndex("reports_once").on(t.period, t.version)],
);

export const band = pgEnum("band", ["excellent", "good", "pass", "fail"]);
export type Band = (typeof band.enumValues)[number];

const count = () => integer().notNull();

/** One office in one frozen report: the counts, and what the formula made of them. */
export const reportRows = pgTable(
  "report_rows",
  {
    reportId: ref()
      .notNull()
      .references(() => reports.id),
    officeId: office(),
    received: count(),
    answered: count(),
    onTime: count(),
    judged: count(),
    /** Of the judged: those where a call-back said it, the writer having kept silent. */
    calledBack: count(),
    solved: count(),
    partly: count(),
    verySatisfied: count(),
    satisfied: count(),
    acceptable: count(),
    yellow: count(),
    red: count(),
    orders: count(),
    upheld: count(),
    broken: count(),
    excluded: count(),
    /** Null where a share it needs has nothing to divide by. */
    score: doublePrecision(),
    low: doublePrecision(),
    high: doublePrecision(),
    /** Null: too few judged letters. */
    band: band(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.officeId] })],
);

/** A letter that counts in no score, with its reason in event_words: it is listed for everybody. */
export const exclusions = pgTable(
  "exclusions",
  {
    id: id(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    /** The supervising office that left it out. */
    officeId: office(),
    at: instant().notNull(),
    eventId: event(),
    liftedAt: instant(),
    liftedEventId: event(),
  },
  (t) => [uniqueIndex("exclusions_one").on(t.letterId).where(sql`${t.liftedAt} is null`)],
);

export const contestState = pgEnum("contest_state", ["raised", "upheld", "dismissed"]);

/** 申诉: an office contests its score, once a period. Words: event_words. */
export const contests = pgTable(
  "contests",
  {
    id: id(),
    reportId: ref()
      .notNull()
      .references(() => reports.id),
    period: text().notNull(),
    officeId: office(),
    state: contestState().notNull().default("raised"),
    raisedAt: instant().notNull(),
    raisedEventId: event(),
    byOfficeId: ref().references(() => offices.id),
    decidedAt: instant(),
    decidedEventId: event(),
  },
  (t) => [
    uniqueIndex("contests_once").on(t.period, t.officeId),
    index("contests_raised").on(t.id).where(sql`${t.state} = 'raised'`),
    check("contests_decided_by_another", sql`${t.byOfficeId} is distinct from ${t.officeId}`),
  ],
);
