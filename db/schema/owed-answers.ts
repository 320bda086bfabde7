import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgEnum, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { leaders, offices } from "./offices.ts";
import { comments, posts } from "./posts.ts";

/** What is answered although it is no letter: a comment that many support, a story that names an office. */
export const owedFor = pgEnum("owed_for", ["comment", "story"]);
export type OwedFor = (typeof owedFor.enumValues)[number];

/**
 * An answer that an office or a leader owes in public, with a light of its own. The columns of the light are those of
 * `clocks`, so that `lightOf` reads both.
 */
export const owedAnswers = pgTable(
  "owed_answers",
  {
    id: id(),
    what: owedFor().notNull(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    commentId: ref().references(() => comments.id),
    /** Who owes it: an office, or a leader of it. */
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    leaderId: ref().references(() => leaders.id),
    startedAt: instant().notNull(),
    dueAt: instant().notNull(),
    amberAt: instant(),
    yellowAt: instant(),
    redAt: instant(),
    /** Nothing pauses it; `lightOf` asks. */
    pausedAt: instant(),
    stoppedAt: instant(),
    /** What ended it: the answer, the letter it became, the hiding of what it stood under. */
    stoppedEventId: ref().references(() => events.id),
    provisional: boolean().notNull().default(false),
    working: jsonb().$type<unknown>().notNull(),
  },
  (t) => [
    uniqueIndex("owed_answers_one_per_comment").on(t.commentId).where(sql`${t.commentId} is not null`),
    uniqueIndex("owed_answers_one_per_story").on(t.postId, t.officeId).where(sql`${t.what} = 'story'`),
    index("owed_answers_post").on(t.postId),
    index("owed_answers_office").on(t.officeId, t.dueAt, t.id).where(sql`${t.stoppedAt} is null`),
    index("owed_answers_leader").on(t.leaderId, t.dueAt, t.id).where(sql`${t.stoppedAt} is null`),
    index("owed_answers_running").on(t.dueAt).where(sql`${t.stoppedAt} is null`),
    check("owed_answers_name_their_comment", sql`(${t.what} = 'comment') = (${t.commentId} is not null)`),
  ],
);
