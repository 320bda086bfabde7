import { boolean, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { leaders, offices } from "./offices.ts";
import { people } from "./people.ts";
import { posts, postVoice } from "./posts.ts";

/**
 * A post grows: what its author and the officials add to it, numbered from 1 and in order, above the comments. Each has an
 * address of its own, and nothing that was added is ever put in front of what stood there.
 */
export const updates = pgTable(
  "updates",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    number: smallint().notNull(),
    authorId: ref()
      .notNull()
      .references(() => people.id),
    /** Under whose plate it is spoken; both null: the citizen who wrote the post. */
    leaderId: ref().references(() => leaders.id),
    officeId: ref().references(() => offices.id),
    voice: postVoice(),
    body: text().notNull(),
    at: instant().notNull(),
    approx: boolean().notNull().default(false),
    hiddenAt: instant(),
    hiddenCode: text(),
    hiddenById: ref().references(() => offices.id),
  },
  (t) => [uniqueIndex("updates_number").on(t.postId, t.number)],
);
