import { sql } from "drizzle-orm";
import { boolean, customType, date, index, integer, pgEnum, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { ref } from "./columns.ts";
import { grade, letterKind, letters, solved } from "./letters.ts";
import { mailboxes, offices, regions } from "./offices.ts";

/** Civil days, from and before: [2026-09-01,2026-09-04) are three. */
const days = customType<{ data: string }>({ dataType: () => "datemultirange" });
const day = () => date({ mode: "string" });

/**
 * What the figures need to know of a letter: one row each, never of an accusation. It keeps dates, not flags, so that
 * every figure can be told as of any civil day (in Shanghai): what came after it does not count. Which mailbox, office,
 * region and kind it belongs to is as it is known now. Written by `domain/statistics/take-facts.ts` alone.
 */
export const letterFacts = pgTable(
  "letter_facts",
  {
    letterId: ref()
      .primaryKey()
      .references(() => letters.id),
    mailboxId: ref()
      .notNull()
      .references(() => mailboxes.id),
    /** The lead office; before there is one, the office that keeps the mailbox. */
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    /** Where it happened, which need not be the mailbox's. */
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    kind: letterKind().notNull(),
    receivedOn: day().notNull(),
    /** The last day of the first finish clock as it stood when it stopped, or stands now. */
    dueOn: day(),
    /** The first answer. */
    answeredOn: day(),
    /** Was the first answer there before its due date, as it stood then? */
    onTime: boolean().notNull().default(false),
    /** The first answer was given by the leader who was written to, in person. */
    personally: boolean().notNull().default(false),
    /** On which days it was closed, refused, merged into another one. */
    closed: days().notNull().default(sql`'{}'`),
    refused: days().notNull().default(sql`'{}'`),
    merged: days().notNull().default(sql`'{}'`),
    withdrawnOn: day(),
    reopenedOn: day(),
    /** One for every change of the lead office. */
    hoppedOn: day().array().notNull().default([]),
    judgedOn: day(),
    solved: solved(),
    attitude: grade(),
    speed: grade(),
    /** The verdict after the one reopening: from that day on it counts in the place of the first. */
    judgedAgainOn: day(),
    solvedAgain: solved(),
    attitudeAgain: grade(),
    speedAgain: grade(),
  },
  (t) => [
    index("letter_facts_received").on(t.receivedOn),
    index("letter_facts_mailbox").on(t.mailboxId, t.receivedOn),
    index("letter_facts_office").on(t.officeId, t.receivedOn),
    index("letter_facts_region").on(t.regionId, t.receivedOn),
  ],
);

export const figuresBy = pgEnum("figures_by", ["all", "mailbox", "office", "region"]);
export type FiguresBy = (typeof figuresBy.enumValues)[number];

const key = {
  by: figuresBy().notNull(),
  /** Of the mailbox, office or region; 0 for all. */
  keyId: ref().notNull(),
  /** The first day of the month in which the letters were received; -infinity: of all months. */
  month: day().notNull(),
  kind: letterKind().notNull(),
};
const letterCount = () => integer().notNull().default(0);

/** The facts as they stand today, summed: pages read these, whatever the number of letters. */
export const figures = pgTable(
  "figures",
  {
    ...key,
    received: letterCount(),
    answered: letterCount(),
    onTime: letterCount(),
    personally: letterCount(),
    refused: letterCount(),
    withdrawn: letterCount(),
    merged: letterCount(),
    reopened: letterCount(),
    hops: letterCount(),
    closed: letterCount(),
    /** Closed, and its writer kept silent: 未评价. */
    unrated: letterCount(),
    judged: letterCount(),
    solved: letterCount(),
    partly: letterCount(),
    unsolved: letterCount(),
    verySatisfied: letterCount(),
    satisfied: letterCount(),
    acceptable: letterCount(),
    dissatisfied: letterCount(),
    veryDissatisfied: letterCount(),
    speedVerySatisfied: letterCount(),
    speedSatisfied: letterCount(),
    speedAcceptable: letterCount(),
    speedDissatisfied: letterCount(),
    speedVeryDissatisfied: letterCount(),
  },
  (t) => [
    primaryKey({ columns: [t.by, t.keyId, t.month, t.kind] }),
    // Every mailbox at once, of all months or of some.
    index("figures_month").on(t.by, t.month),
  ],
);

/** How many letters had their first answer after how many civil days: what an exact median is read from. */
export const answerDays = pgTable("answer_days", { ...key, days: integer().notNull(), letters: letterCount() }, (t) => [
  primaryKey({ columns: [t.by, t.keyId, t.month, t.kind, t.days] }),
]);
