import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  comments,
  images,
  leaders,
  offices,
  type PostKind,
  people,
  posts,
  regions,
  uncountedComments,
} from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefsOfPosts } from "#domain/letters/brief.ts";
import { mentionsOf, type ShownMention } from "#domain/mentions/shown.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { type NewestUpdate, readNewestUpdates } from "#domain/updates/read-updates.ts";
import { readParticulars, type ShownParticulars } from "./read-particulars.ts";

export interface ShownImage {
  token: string;
  width: number;
  height: number;
  alt: string;
}

export interface OfficialReply {
  id: number;
  postId: number;
  speaker: Speaker;
  at: Date;
  approx: boolean;
  body: string;
}

/** A post as everybody sees it. */
export interface ShownPost extends ShownParticulars {
  id: number;
  kind: PostKind;
  speaker: Speaker;
  /** The office drafted, the leader approved: 办公室代发, both are on record. */
  approved: boolean;
  region: { slug: string; name: string; nameEn: string | null };
  at: Date;
  approx: boolean;
  body: string;
  prompts: string[];
  pinned: boolean;
  edited: boolean;
  /** When it last read differently. */
  changedAt: Date;
  demo: boolean;
  comments: number;
  up: number;
  down: number;
  verifiedVotes: number;
  /** 慢速模式: seconds between two comments of one person; and whether only verified accounts vote. */
  slowSeconds: number | null;
  verifiedOnly: boolean;
  images: ShownImage[];
  /** Whom its words name. */
  mentions: ShownMention[];
  /** That came of its comments, the oldest first. */
  letters: LetterBrief[];
  /** What the stream's owner first answered in its discussion. */
  reply: OfficialReply | null;
  /** What it has grown by last. */
  update: NewestUpdate | null;
}

export const postFields = {
  id: posts.id,
  kind: posts.kind,
  voice: posts.voice,
  approvedById: posts.approvedById,
  publishedAt: posts.publishedAt,
  approx: posts.approx,
  body: posts.body,
  prompts: posts.prompts,
  pinnedAt: posts.pinnedAt,
  editedAt: posts.editedAt,
  endedAt: posts.endedAt,
  demo: posts.demo,
  comments: sql<number>`${posts.commentCount} + (select count(*)::int from ${uncountedComments} u where u.post_id = ${posts.id})`,
  up: posts.up,
  down: posts.down,
  verifiedVotes: posts.verifiedVotes,
  slowSeconds: posts.slowSeconds,
  verifiedOnly: posts.verifiedOnly,
  hiddenAt: posts.hiddenAt,
  leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
  office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
  region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
  /** Of the citizen who raised an appeal; who wrote for an office is nobody's business. */
  nickname: people.nickname,
};

export const selectPosts = (db: Db) =>
  db
    .select(postFields)
    .from(posts)
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .leftJoin(people, and(eq(people.id, posts.authorId), eq(posts.kind, "appeal")));

export type PostFields = Awaited<ReturnType<typeof selectPosts>>[number];

type Spoken = Pick<PostFields, "leader" | "office" | "nickname" | "voice">;

/** Who speaks in a post: whoever's stream it stands on; in an appeal the citizen, and not the office that is asked to verify. */
export function speakerOf({ leader, office, nickname, voice }: Spoken): Speaker {
  return nickname === null
    ? { leader, office, nickname, voice }
    : { leader: null, office: null, nickname, voice: null };
}

export const isOut = and(eq(posts.state, "published"), isNull(posts.hiddenAt));

/** Adds to posts what stands with them: pictures, letters that came of their comments, the owner's answer. */
export async function shown(db: Db, rows: PostFields[], now: Now): Promise<ShownPost[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [pictures, letters, replies, newest, particularsOf, mentioned] = await Promise.all([
    imagesOf(db, ids),
    readBriefsOfPosts(db, ids, now),
    firstReplies(db, ids),
    readNewestUpdates(db, ids),
    readParticulars(db, rows, now),
    mentionsOf(db, "post", ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    speaker: speakerOf(row),
    approved: row.approvedById !== null,
    region: row.region,
    at: row.publishedAt!,
    approx: row.approx,
    body: row.body,
    prompts: row.prompts,
    pinned: row.pinnedAt !== null,
    edited: row.editedAt !== null,
    changedAt: row.editedAt ?? row.publishedAt!,
    demo: row.demo,
    comments: row.comments,
    up: row.up,
    down: row.down,
    verifiedVotes: row.verifiedVotes,
    slowSeconds: row.slowSeconds,
    verifiedOnly: row.verifiedOnly,
    images: pictures.filter(({ postId }) => postId === row.id).map(({ postId: _, ...image }) => image),
    mentions: mentioned(row.id),
    letters: letters.filter(({ postId }) => postId === row.id),
    reply: replies.find(({ postId }) => postId === row.id) ?? null,
    update: newest.find(({ postId }) => postId === row.id) ?? null,
    ...particularsOf(row.id),
  }));
}

export const imagesOf = (db: Db, postIds: number[]) =>
  db
    .select({
      postId: images.postId,
      token: images.token,
      width: images.width,
      height: images.height,
      alt: images.alt,
    })
    .from(images)
    .where(inArray(images.postId, postIds))
    .orderBy(asc(images.sort), asc(images.id));

const owner = alias(posts, "owner");

async function firstReplies(db: Db, postIds: number[]): Promise<OfficialReply[]> {
  const rows = await db
    .selectDistinctOn([comments.postId], {
      id: comments.id,
      postId: comments.postId,
      at: comments.createdAt,
      approx: comments.approx,
      body: comments.body,
      voice: comments.voice,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(comments)
    .innerJoin(owner, eq(owner.id, comments.postId))
    .innerJoin(offices, eq(offices.id, comments.officeId))
    .leftJoin(leaders, eq(leaders.id, comments.leaderId))
    .where(
      and(
        inArray(comments.postId, postIds),
        isNotNull(comments.officeId),
        isNull(comments.parentId),
        isNull(comments.hiddenAt),
        sql`${comments.leaderId} is not distinct from ${owner.leaderId}`,
        eq(comments.officeId, owner.officeId),
      ),
    )
    .orderBy(comments.postId, comments.id);
  return rows.map(({ leader, office, voice, ...row }) => ({
    ...row,
    speaker: { leader, office, nickname: null, voice },
  }));
}
