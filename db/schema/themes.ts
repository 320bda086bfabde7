import { boolean, index, integer, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { comments, posts } from "./posts.ts";

/** What several answers to one question of a solicitation speak of. */
export const themes = pgTable(
  "themes",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    prompt: smallint().notNull(),
    /** The phrase its answers share; of one that staff made, its first name. */
    phrase: text().notNull(),
    /** Phrases of themes that were merged into it: what says them belongs here too. */
    phrases: text().array().notNull().default([]),
    name: text().notNull(),
    /** Staff have named, merged or made it: a new grouping fills it and never takes it away. */
    kept: boolean().notNull().default(false),
    /** Staff have dropped it: its phrase makes no theme again. */
    droppedAt: instant(),
    /** How many visible answers stand in it. */
    count: integer().notNull().default(0),
  },
  (t) => [uniqueIndex("themes_phrase").on(t.postId, t.prompt, t.phrase)],
);

/** In which theme an answer stands; in one at most. */
export const themeComments = pgTable(
  "theme_comments",
  {
    commentId: ref()
      .primaryKey()
      .references(() => comments.id),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    /** Null: staff say that it belongs to none. */
    themeId: ref().references(() => themes.id, { onDelete: "cascade" }),
    /** By staff, so that a new grouping leaves it where it is. */
    placed: boolean().notNull().default(false),
  },
  (t) => [index("theme_comments_theme").on(t.themeId, t.commentId), index("theme_comments_post").on(t.postId)],
);
