import { sql } from "drizzle-orm";
import { customType, index, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const searchKind = pgEnum("search_kind", ["post", "comment", "letter", "office", "leader", "update"]);
export type SearchKind = (typeof searchKind.enumValues)[number];

/**
 * What can be found: public words only, made from the events off the write path. Whoever shows a hit reads it anew from
 * where it stands, so that what was hidden a moment ago is not shown although it is still found.
 */
export const searchDocuments = pgTable(
  "search_documents",
  {
    kind: searchKind().notNull(),
    /** The row of that noun. */
    ofId: ref().notNull(),
    at: instant().notNull(),
    officeId: ref().notNull(),
    regionId: ref().notNull(),
    /** Folded: as it is compared, not as it is shown. Of offices and leaders their names and how they are typed. */
    text: text().notNull(),
    /** Every gram of the text; made in TypeScript, because PostgreSQL's parser knows no Chinese. */
    grams: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.ofId] }),
    // No list of pending entries: nobody who writes waits for this index, and everybody who looks would read the list.
    index("search_grams").using("gin", t.grams).with({ fastupdate: false }),
    index("search_newest").on(t.at, t.kind, t.ofId),
    index("search_names").on(t.kind).where(sql`${t.kind} in ('office', 'leader')`),
  ],
);
