import { bigint, date, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";

export const calendarDayKind = pgEnum("calendar_day_kind", ["holiday", "makeup"]);

/** Only exceptions are stored: which ordinary weekdays rest, and which weekend days work (调休). */
export const calendarDays = pgTable("calendar_days", {
  day: date({ mode: "string" }).primaryKey(),
  kind: calendarDayKind().notNull(),
  name: text().notNull(),
});

/** A year is covered when its State Council notice has been imported. Beyond the last one dates are 预计. */
export const calendarYears = pgTable("calendar_years", {
  year: integer().primaryKey(),
  notice: text(),
  noticeUrl: text(),
});

/** The journeys' clock: read only with GONGPU_TEST_CLOCK=1. One row. */
export const clockOffset = pgTable("clock_offset", {
  id: integer().primaryKey(),
  millis: bigint({ mode: "number" }).notNull(),
});
