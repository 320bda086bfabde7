import { index, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { people } from "./people.ts";
import { searchKind } from "./search.ts";

/** 收藏: what somebody wants to find again. Theirs alone: nobody else sees or counts it. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** A post, a comment or a letter. */
    kind: searchKind().notNull(),
    ofId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.kind, t.ofId] }),
    index("bookmarks_newest").on(t.personId, t.at, t.kind, t.ofId),
  ],
);
