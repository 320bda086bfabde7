import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { events } from "./events.ts";
import { letters } from "./letters.ts";
import { leaders, offices, regions } from "./offices.ts";
import { comments } from "./posts.ts";

/** 诉求: letters and comments of one place that are about the same thing. */
export const concerns = pgTable(
  "concerns",
  {
    id: id(),
    regionId: ref()
      .notNull()
      .references(() => regions.id),
    /** When the newest of them was written. */
    lastAt: instant().notNull(),
    /** Since when they surge against their own history; null while they do not. */
    surgedAt: instant(),
  },
  (t) => [
    index("concerns_surging").on(t.surgedAt, t.id).where(sql`${t.surgedAt} is not null`),
    index("concerns_last").on(t.lastAt),
  ],
);

/** Which letter or comment belongs to it. Whatever may not be seen any more is left out when they are read. */
export const concernMembers = pgTable(
  "concern_members",
  {
    id: id(),
    concernId: ref()
      .notNull()
      .references(() => concerns.id),
    letterId: ref().references(() => letters.id),
    commentId: ref().references(() => comments.id),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex("concern_members_letter").on(t.letterId).where(sql`${t.letterId} is not null`),
    uniqueIndex("concern_members_comment").on(t.commentId).where(sql`${t.commentId} is not null`),
    index("concern_members_of").on(t.concernId, t.at),
    index("concern_members_at").on(t.at),
    check("concern_members_one", sql`num_nonnulls(${t.letterId}, ${t.commentId}) = 1`),
  ],
);

export const concernVerdict = pgEnum("concern_verdict", ["noted", "dismissed"]);

/** What somebody who was warned made of it: they have taken note, or it is a false alarm. For their own plate alone. */
export const concernVerdicts = pgTable(
  "concern_verdicts",
  {
    id: id(),
    concernId: ref()
      .notNull()
      .references(() => concerns.id),
    verdict: concernVerdict().notNull(),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    leaderId: ref().references(() => leaders.id),
    /** How many letters and comments there were: half as many again bring a false alarm back. */
    size: integer().notNull(),
    at: instant().notNull(),
    eventId: ref()
      .notNull()
      .references(() => events.id),
  },
  (t) => [index("concern_verdicts_of").on(t.concernId, t.id)],
);
