import { index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { people } from "./people.ts";

/** What somebody has typed and not sent: one row a form, kept on every change. */
export const drafts = pgTable(
  "drafts",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** Which form: "write", "answer:12", "post". */
    form: text().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.form] })],
);

/** What somebody typed before signing in, or before they were refused: the address carries the token back to it. */
export const handovers = pgTable(
  "handovers",
  {
    token: text().primaryKey(),
    path: text().notNull(),
    fields: jsonb().$type<Record<string, string>>().notNull(),
    /** Why it was not taken, and what fills the sentence's blanks. Null: who typed it was not signed in. */
    refusal: text(),
    details: jsonb().$type<Record<string, string | number | null>>(),
    at: instant().notNull(),
  },
  (t) => [index("handovers_at").on(t.at)],
);

/** Who is working on what right now, shown to colleagues; it locks nothing. */
export const claims = pgTable("claims", {
  subject: text().primaryKey(),
  personId: ref()
    .notNull()
    .references(() => people.id),
  at: instant().notNull(),
});
