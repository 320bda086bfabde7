import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgEnum, pgTable, smallint, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";

export const clockName = pgEnum("clock_name", [
  "accept",
  "supply",
  "finish",
  "judging",
  "object",
  "respond",
  "promise",
  "order",
  "review",
]);
export type ClockName = (typeof clockName.enumValues)[number];

/**
 * One row a clock; a letter may have several running. Only clocks that an office owns give lights and cards.
 * The stored instants make every light one indexed comparison.
 */
export const clocks = pgTable(
  "clocks",
  {
    id: id(),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    what: clockName().notNull(),
    /** Null: the writer's own clock. */
    officeId: ref().references(() => offices.id),
    round: smallint().notNull().default(1),
    /** Which promise, order or review of the letter: several may run. Null where a letter has but one. */
    aboutId: ref(),
    startedAt: instant().notNull(),
    dueAt: instant().notNull(),
    amberAt: instant(),
    yellowAt: instant(),
    redAt: instant(),
    pausedAt: instant(),
    stoppedAt: instant(),
    provisional: boolean().notNull().default(false),
    /** From when on it is late, where that is not its due date: of a date that was counted without its year's notice. */
    lateAt: instant(),
    /** What it was computed from and how: shown as 如何算出. Shape: domain/calendar/term.ts. */
    working: jsonb().$type<unknown>().notNull(),
  },
  (t) => [
    index("clocks_running").on(t.officeId, t.dueAt, t.id).where(sql`${t.stoppedAt} is null`),
    index("clocks_due").on(t.what, t.dueAt).where(sql`${t.stoppedAt} is null`),
    uniqueIndex("clocks_one_running")
      .on(t.letterId, t.what, sql`coalesce(${t.aboutId}, 0)`)
      .where(sql`${t.stoppedAt} is null`),
    index("clocks_letter").on(t.letterId),
    // What ended late is told of once, soon after it ended.
    index("clocks_ended_late").on(t.stoppedAt).where(sql`${t.officeId} is not null and ${t.stoppedAt} >= ${t.dueAt}`),
  ],
);

/** Civil days during which an office's clock stood still because the writer was asked. */
export const pauses = pgTable(
  "pauses",
  {
    id: id(),
    clockId: ref()
      .notNull()
      .references(() => clocks.id),
    fromAt: instant().notNull(),
    untilAt: instant(),
  },
  (t) => [
    index("pauses_clock").on(t.clockId),
    uniqueIndex("pauses_one_open").on(t.clockId).where(sql`${t.untilAt} is null`),
  ],
);
