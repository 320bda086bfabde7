import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { leaders, offices } from "./offices.ts";
import { people } from "./people.ts";
import { searchKind } from "./search.ts";

/** Who is named with an @ in what everybody may read: made from the events, off the write path. */
export const mentions = pgTable(
  "mentions",
  {
    /** A post, a comment or an update. */
    kind: searchKind().notNull(),
    ofId: ref().notNull(),
    /** As it was written behind the @. */
    name: text().notNull(),
    leaderId: ref().references(() => leaders.id),
    officeId: ref().references(() => offices.id),
    personId: ref().references(() => people.id),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.ofId, t.name] }),
    index("mentions_leader").on(t.leaderId, t.at, t.kind, t.ofId).where(sql`${t.leaderId} is not null`),
    index("mentions_office").on(t.officeId, t.at, t.kind, t.ofId).where(sql`${t.officeId} is not null`),
    index("mentions_person").on(t.personId, t.at, t.kind, t.ofId).where(sql`${t.personId} is not null`),
    check("mentions_of_one", sql`num_nonnulls(${t.leaderId}, ${t.officeId}, ${t.personId}) = 1`),
  ],
);

/** Who does not want to be named: for them an @ and their nickname are plain text. */
export const mentionsDeclined = pgTable("mentions_declined", {
  personId: ref()
    .primaryKey()
    .references(() => people.id),
  at: instant().notNull(),
});
