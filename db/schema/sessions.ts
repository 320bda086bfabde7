import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { leaders, offices } from "./offices.ts";
import { comments, posts } from "./posts.ts";

/**
 * 公仆在线: a post of kind "session" is asked about from its publication and answered live. When it is over, its post has
 * `endedAt`; it began early when `startedAt` lies before `startsAt`.
 */
export const sessions = pgTable(
  "sessions",
  {
    postId: ref()
      .primaryKey()
      .references(() => posts.id),
    title: text().notNull(),
    startsAt: instant().notNull(),
    /** As announced. It may go on a while; then the timetable ends it. */
    endsAt: instant().notNull(),
    startedAt: instant(),
    /** The one question that the hosts have taken up now. */
    answeringId: ref().references(() => comments.id),
    /** From so many votes an unanswered question was owed a letter, by the policy in force when it ended. */
    debtFrom: integer(),
    /** How many had asked and how many of them were answered when it ended. */
    asked: integer(),
    answered: integer(),
  },
  (t) => [
    index("sessions_days").on(t.startsAt, t.postId),
    check("sessions_end_after_start", sql`${t.endsAt} > ${t.startsAt}`),
  ],
);

/** Who answers, in the order in which they are announced: a leader, or an office. */
export const sessionHosts = pgTable(
  "session_hosts",
  {
    postId: ref()
      .notNull()
      .references(() => sessions.postId),
    sort: smallint().notNull(),
    leaderId: ref().references(() => leaders.id),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.sort] }),
    index("session_hosts_leader").on(t.leaderId).where(sql`${t.leaderId} is not null`),
    index("session_hosts_office").on(t.officeId),
  ],
);

/** The debt list of a session as it stood when the session ended: each of these becomes a letter. */
export const owedQuestions = pgTable(
  "owed_questions",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => sessions.postId),
    commentId: ref()
      .notNull()
      .unique()
      .references(() => comments.id),
    votes: integer().notNull(),
    /** It is a letter, or was hidden before it could become one. */
    settledAt: instant(),
  },
  (t) => [
    index("owed_questions_post").on(t.postId, t.id),
    index("owed_questions_unsettled").on(t.id).where(sql`${t.settledAt} is null`),
  ],
);
