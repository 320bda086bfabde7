import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, integer, pgEnum, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { id, instant, ref } from "./columns.ts";
import { leaders, offices } from "./offices.ts";
import { bytes, people } from "./people.ts";

export const postKind = pgEnum("post_kind", [
  "announcement",
  "solicitation",
  "broadcast",
  "poll",
  "appeal",
  "incident",
  "session",
  "exposure",
  "commendation",
]);
export type PostKind = (typeof postKind.enumValues)[number];
/** Whose hand: the leader in person (本人) or the office for them (办公室代发). Always shown. */
export const postVoice = pgEnum("post_voice", ["self", "office"]);
export const postState = pgEnum("post_state", ["draft", "offered", "scheduled", "published", "discarded"]);

export const posts = pgTable(
  "posts",
  {
    id: id(),
    kind: postKind().notNull().default("announcement"),
    /** The stream: a leader's or an office's. */
    leaderId: ref().references(() => leaders.id),
    officeId: ref()
      .notNull()
      .references(() => offices.id),
    authorId: ref()
      .notNull()
      .references(() => people.id),
    voice: postVoice().notNull(),
    /** The leader who approved what the office drafted. */
    approvedById: ref().references(() => people.id),
    state: postState().notNull().default("draft"),
    body: text().notNull(),
    prompts: text().array().notNull().default([]),
    createdAt: instant().notNull(),
    publishAt: instant(),
    publishedAt: instant(),
    approx: boolean().notNull().default(false),
    pinnedAt: instant(),
    editedAt: instant(),
    /** What it was about is over: an incident is withdrawn, a session has ended, an appeal is closed. */
    endedAt: instant(),
    hiddenAt: instant(),
    hiddenCode: text(),
    hiddenById: ref().references(() => offices.id),
    commentCount: integer().notNull().default(0),
    up: integer().notNull().default(0),
    down: integer().notNull().default(0),
    verifiedVotes: integer().notNull().default(0),
    heat: doublePrecision().notNull().default(0),
    /** 慢速模式: seconds between two comments of one person. Null: as fast as everywhere. */
    slowSeconds: integer(),
    /** Votes are taken from verified accounts only. */
    verifiedOnly: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
  },
  (t) => [
    index("posts_timeline").on(t.publishedAt, t.id).where(sql`${t.state} = 'published' and ${t.hiddenAt} is null`),
    index("posts_leader").on(t.leaderId, t.publishedAt, t.id).where(sql`${t.state} = 'published'`),
    index("posts_office").on(t.officeId, t.publishedAt, t.id).where(sql`${t.state} = 'published'`),
    index("posts_hot").on(t.heat, t.id).where(sql`${t.state} = 'published' and ${t.hiddenAt} is null`),
    // Lists of one kind (播报, 曝光), and the incidents that every page asks for.
    index("posts_kind").on(t.kind, t.publishedAt, t.id).where(sql`${t.state} = 'published'`),
    index("posts_not_out").on(t.id).where(sql`${t.state} in ('draft', 'offered', 'scheduled')`),
    index("posts_due").on(t.publishAt).where(sql`${t.state} = 'scheduled'`),
    check("posts_published_has_time", sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    check("posts_scheduled_has_time", sql`${t.state} <> 'scheduled' or ${t.publishAt} is not null`),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    postId: ref()
      .notNull()
      .references(() => posts.id),
    /** Null: first level. Otherwise the first-level comment it stands under (two visible levels). */
    parentId: ref(),
    /** The comment it answers, when that is not the parent itself: shown as 回复 @. */
    replyToId: ref(),
    authorId: ref()
      .notNull()
      .references(() => people.id),
    /** An official reply: spoken under a leader's or an office's plate. */
    leaderId: ref().references(() => leaders.id),
    officeId: ref().references(() => offices.id),
    voice: postVoice(),
    /** Which prompt of a solicitation it answers. */
    prompt: smallint(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    approx: boolean().notNull().default(false),
    editedAt: instant(),
    hiddenAt: instant(),
    hiddenCode: text(),
    hiddenById: ref().references(() => offices.id),
    replyCount: integer().notNull().default(0),
    up: integer().notNull().default(0),
    down: integer().notNull().default(0),
    verifiedVotes: integer().notNull().default(0),
    /** Wilson lower bound of the share of 赞成, z = 1.2816. */
    heat: doublePrecision().notNull().default(0),
    /** Reviewed by a moderator: left in the discussion, no letter. */
    reviewedAt: instant(),
    /** How far up the queue it stands: one for each established person who reported it, one where a word rule marks it. */
    attention: smallint().notNull().default(0),
    demo: boolean().notNull().default(false),
  },
  (t) => [
    index("comments_hot").on(t.postId, t.heat, t.id).where(sql`${t.parentId} is null`),
    index("comments_time").on(t.postId, t.createdAt, t.id).where(sql`${t.parentId} is null`),
    index("comments_replies").on(t.parentId, t.createdAt, t.id).where(sql`${t.parentId} is not null`),
    index("comments_official").on(t.postId, t.id).where(sql`${t.officeId} is not null`),
    index("comments_author").on(t.authorId, t.id),
    index("comments_queue_attention")
      .on(t.attention.desc(), t.createdAt, t.id)
      .where(sql`${t.reviewedAt} is null and ${t.hiddenAt} is null and ${t.officeId} is null`),
    index("comments_queue_supported")
      .on(t.up, t.id)
      .where(sql`${t.reviewedAt} is null and ${t.hiddenAt} is null and ${t.officeId} is null`),
  ],
);

/**
 * Comments that are not in the counts of their post and parent yet. Whoever writes appends here and waits for nobody; what
 * is shown is the stored count and these, so that it is exact at every moment.
 */
export const uncountedComments = pgTable(
  "uncounted_comments",
  { commentId: ref().primaryKey(), postId: ref().notNull(), parentId: ref() },
  (t) => [
    index("uncounted_comments_post").on(t.postId),
    index("uncounted_comments_parent").on(t.parentId).where(sql`${t.parentId} is not null`),
  ],
);

/** What an author says under their own comment once its wording stands. */
export const addenda = pgTable(
  "addenda",
  {
    id: id(),
    commentId: ref()
      .notNull()
      .references(() => comments.id),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index("addenda_comment").on(t.commentId, t.id)],
);

/** Each wording a comment or post had before an edit. */
export const wordings = pgTable(
  "wordings",
  {
    id: id(),
    postId: ref().references(() => posts.id),
    commentId: ref().references(() => comments.id),
    body: text().notNull(),
    until: instant().notNull(),
  },
  (t) => [
    index("wordings_post").on(t.postId),
    index("wordings_comment").on(t.commentId),
    check("wordings_of_one", sql`num_nonnulls(${t.postId}, ${t.commentId}) = 1`),
  ],
);

export const voteTarget = pgEnum("vote_target", ["post", "comment"]);

/**
 * Every vote ever cast, appended; the newest of a person on a target is the one that counts.
 * No foreign keys and no counter update: ten thousand voters on one comment never wait for each other.
 */
export const votes = pgTable(
  "votes",
  {
    id: id(),
    target: voteTarget().notNull(),
    targetId: ref().notNull(),
    postId: ref().notNull(),
    personId: ref().notNull(),
    /** 1 赞成, -1 反对, 0 taken back. */
    choice: smallint().notNull(),
    verified: boolean().notNull(),
    at: instant().notNull(),
    summed: boolean().notNull().default(false),
  },
  (t) => [
    index("votes_of_person").on(t.personId, t.target, t.targetId, t.id),
    index("votes_unsummed").on(t.id).where(sql`not ${t.summed}`),
    check("votes_choice", sql`${t.choice} in (-1, 0, 1)`),
  ],
);

/** Pictures, re-encoded by us: no original file, no EXIF, no place. */
export const images = pgTable(
  "images",
  {
    id: id(),
    /** In the address: not guessable. */
    token: text().notNull().unique(),
    personId: ref()
      .notNull()
      .references(() => people.id),
    postId: ref().references(() => posts.id),
    letterId: ref(),
    updateId: ref(),
    sort: smallint().notNull().default(0),
    bytes: bytes().notNull(),
    mime: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** What a person who does not see it is told. */
    alt: text().notNull().default(""),
    createdAt: instant().notNull(),
    /** A letter's picture is for its handlers until a person has looked at it and published it. */
    publishedAt: instant(),
  },
  (t) => [
    index("images_post").on(t.postId),
    index("images_letter").on(t.letterId),
    index("images_update").on(t.updateId).where(sql`${t.updateId} is not null`),
    index("images_person").on(t.personId, t.createdAt),
  ],
);
