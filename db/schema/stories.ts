import { index, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { ref } from "./columns.ts";
import { letters } from "./letters.ts";
import { offices } from "./offices.ts";
import { comments, posts } from "./posts.ts";

/** The published letters that an exposure or a commendation tells of. */
export const storyLetters = pgTable(
  "story_letters",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id),
    letterId: ref()
      .notNull()
      .references(() => letters.id),
    sort: smallint().notNull(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.letterId] }), index("story_letters_letter").on(t.letterId, t.postId)],
);

/** The offices it names in public. Each one named in an exposure owes an answer, which is a comment under its plate. */
export const storyOffices = pgTable(
  "story_offices",
  {
    postId: ref()
      .notNull()
      .references(() => posts.id),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    sort: smallint().notNull(),
    responseId: ref().references(() => comments.id),
  },
  (t) => [primaryKey({ columns: [t.postId, t.officeId] })],
);
