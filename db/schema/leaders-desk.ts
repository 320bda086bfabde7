import { sql } from "drizzle-orm";
import { check, date, index, pgEnum, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { leaders } from "./offices.ts";
import { ledCases } from "./supervision.ts";

/** On which letters of the day a sentence is offered: on all, on those that wait for a word, or on those that are late. */
export const wordingUse = pgEnum("wording_use", ["always", "waiting", "late"]);
export type WordingUse = (typeof wordingUse.enumValues)[number];

/** 常用批语: whole sentences that a leader gives with one tap. They belong to the position, in its own order. */
export const standardWordings = pgTable(
  "standard_wordings",
  {
    id: id(),
    leaderId: ref()
      .notNull()
      .references(() => leaders.id),
    words: text().notNull(),
    use: wordingUse().notNull(),
    sort: smallint().notNull(),
  },
  (t) => [index("standard_wordings_leader").on(t.leaderId, t.sort)],
);

/** 督查记录: when a leader who took a case had to look into it, and when they did. The open one is the next date. */
export const caseLooks = pgTable(
  "case_looks",
  {
    id: id(),
    caseId: ref()
      .notNull()
      .references(() => ledCases.id),
    dueOn: date({ mode: "string" }).notNull(),
    remindedAt: instant(),
    lookedAt: instant(),
    eventId: ref().references(() => events.id),
  },
  (t) => [
    index("case_looks_case").on(t.caseId, t.id),
    uniqueIndex("case_looks_one_open").on(t.caseId).where(sql`${t.lookedAt} is null`),
    index("case_looks_due").on(t.dueOn).where(sql`${t.lookedAt} is null and ${t.remindedAt} is null`),
    check("case_looks_recorded", sql`num_nonnulls(${t.lookedAt}, ${t.eventId}) in (0, 2)`),
  ],
);
