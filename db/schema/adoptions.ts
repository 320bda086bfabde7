import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { letters } from "./letters.ts";
import { leaders, offices } from "./offices.ts";

export const adoptionOutcome = pgEnum("adoption_outcome", ["studied", "adopted", "partly", "declined"]);
export type AdoptionOutcome = (typeof adoptionOutcome.enumValues)[number];

/** What became of a suggestion: it is studied; it is adopted, by a document that can be looked up; or it is not. */
export const adoptions = pgTable(
  "adoptions",
  {
    letterId: ref()
      .primaryKey()
      .references(() => letters.id),
    outcome: adoptionOutcome().notNull(),
    /** Who said so: the lead office, or the leader written to. */
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    leaderId: ref().references(() => leaders.id),
    studiedAt: instant(),
    decidedAt: instant(),
    /** The newest of both: the list's order. */
    changedAt: instant().notNull(),
    /** The record does not say the exact hour. */
    approx: boolean().notNull().default(false),
    /** The meeting or document that decided it. */
    document: text(),
    documentNumber: text(),
    documentOn: date({ mode: "string" }),
    link: text(),
    /** Its last step, whose words say why. */
    eventId: ref()
      .notNull()
      .references(() => events.id),
  },
  (t) => [
    index("adoptions_newest").on(t.changedAt, t.letterId),
    index("adoptions_outcome").on(t.outcome, t.changedAt, t.letterId),
    check("adoptions_decided", sql`(${t.outcome} = 'studied') = (${t.decidedAt} is null)`),
    check(
      "adoptions_by_document",
      sql`(${t.outcome} in ('adopted', 'partly')) = (${t.document} is not null) and (${t.document} is null) = (${t.documentOn} is null)`,
    ),
  ],
);
