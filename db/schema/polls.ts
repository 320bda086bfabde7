import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { instant, ref } from "./columns.ts";
import { people } from "./people.ts";
import { posts } from "./posts.ts";

/** One option, several, or an order of preference. */
export const pollMode = pgEnum("poll_mode", ["single", "multiple", "ranked"]);
export type PollMode = (typeof pollMode.enumValues)[number];

export const polls = pgTable(
  "polls",
  {
    postId: ref()
      .primaryKey()
      .references(() => posts.id),
    mode: pollMode().notNull(),
    options: text().array().notNull(),
    /** How many options a ballot may name; of one choice 1, of an order all. */
    most: smallint().notNull(),
    /** When voting ends. A draft may not know it yet. */
    closesAt: instant(),
    /** When the ballots were counted. From then on the result stands. */
    closedAt: instant(),
    voters: integer().notNull().default(0),
    /** The result as it was counted; its shape is that of `PollResult`. */
    result: jsonb().$type<unknown>(),
  },
  (t) => [
    index("polls_open").on(t.closesAt).where(sql`${t.closedAt} is null`),
    check("polls_counted_have_a_result", sql`(${t.closedAt} is null) = (${t.result} is null)`),
  ],
);

/** Who has voted: one ballot a person. It holds no time and nothing of the ballot. */
export const pollVoters = pgTable(
  "poll_voters",
  {
    postId: ref()
      .notNull()
      .references(() => polls.postId),
    personId: ref()
      .notNull()
      .references(() => people.id),
    /** Is part of `polls.voters` already. */
    counted: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.personId] }),
    index("poll_voters_uncounted").on(t.postId).where(sql`not ${t.counted}`),
  ],
);

/**
 * What was chosen, by nobody: no person, no time, no running number. `slot` is drawn anew whenever later ballots are put
 * in between, so that neither key nor place tells which was put in when.
 */
export const pollBallots = pgTable(
  "poll_ballots",
  {
    postId: ref()
      .notNull()
      .references(() => polls.postId),
    slot: bigint({ mode: "bigint" }).notNull(),
    /** Places of options from 0; of a ranked ballot in the order of preference. */
    choices: smallint().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.postId, t.slot] })],
);
