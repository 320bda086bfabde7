import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { people } from "./people.ts";
import { searchKind } from "./search.ts";

/** Who follows what, by the topics that events carry: "leader:shuji", "office:jiaotong", "letter:HY-2026-00012", "tag:路灯". */
export const follows = pgTable(
  "follows",
  {
    personId: ref()
      .notNull()
      .references(() => people.id),
    topic: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topic] }), index("follows_topic").on(t.topic, t.personId)],
);

/** Where a #话题# stands: made from the events, off the write path. */
export const tagUses = pgTable(
  "tag_uses",
  {
    /** Folded: full-width and half-width, capital and small are the same tag. */
    tag: text().notNull(),
    kind: searchKind().notNull(),
    ofId: ref().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.ofId, t.tag] }), index("tag_uses_newest").on(t.tag, t.at, t.kind, t.ofId)],
);
