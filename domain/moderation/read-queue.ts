import { and, eq, getTableColumns, isNotNull, isNull, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { comments, leaders, letters, offices, people, posts, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { isKeptOut, takenUpBy } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Flagged, readFlagged } from "#domain/flags/read-flags.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { speakerOf } from "#domain/posts/shown.ts";
import { Refusal } from "#domain/refusal.ts";
import { type Claim, readClaims } from "./claim.ts";
import { type Hit, patterns, type Reading, readsLike, signalsIn } from "./signals.ts";

export const queuePage = 20;

export interface QueueFilters {
  sort?: "oldest" | "supported";
  /** 像信件, 像建议. */
  like?: "letter" | "suggestion" | undefined;
  postId?: number | undefined;
  regionId?: number | undefined;
  after?: number | undefined;
}

export interface QueuedComment {
  id: number;
  postId: number;
  postBody: string;
  postSpeaker: Speaker;
  prompt: string | null;
  author: string;
  authorId: number;
  authorVerified: boolean;
  at: Date;
  approx: boolean;
  edited: boolean;
  body: string;
  up: number;
  down: number;
  verifiedVotes: number;
  demo: boolean;
  reads: Reading;
  hits: Hit[];
  claim: Claim | null;
  /** What is reported of it and open. */
  flagged: Flagged | null;
  /** So many established people reported it that it is looked at first. Nothing is hidden by that. */
  first: boolean;
}

/** Citizens' comments that nobody has dealt with, as far as this person may take them up; the most reported come first. */
export async function readQueue(
  db: Db,
  actor: Actor,
  { sort = "oldest", like, postId, regionId, after }: QueueFilters,
  now: Now,
): Promise<{ comments: QueuedComment[]; next: number | null }> {
  authorize(actor, "comments.consider");
  const order =
    sort === "oldest"
      ? sql`${comments.attention} desc, ${comments.createdAt}, ${comments.id}`
      : sql`${comments.up} desc, ${comments.id} desc`;
  const rows = await selectQueued(db)
    .where(
      and(
        waits(db, actor),
        takenUpBy(actor),
        postId ? eq(comments.postId, postId) : undefined,
        regionId ? sql`${regionId}::bigint = any(${regions.lineage})` : undefined,
        like && isLike(like),
        after ? behind(sort, after) : undefined,
      ),
    )
    .orderBy(order)
    .limit(queuePage + 1);
  const kept = rows.slice(0, queuePage);
  return { comments: await queued(db, kept, now), next: rows.length > queuePage ? kept.at(-1)!.comment.id : null };
}

export interface ModeratedItem extends QueuedComment {
  parentId: number | null;
  hiddenAt: Date | null;
  hiddenCode: string | null;
  reviewedAt: Date | null;
  stream: { leaderId: number | null; officeId: number; lineage: number[] };
  /** May this person hide it and leave it, or only turn it into a letter? */
  moderates: boolean;
}

/** One comment with all that is decided by, dealt with or not. What is hidden only its moderators look at again. */
export async function readModerated(db: Db, actor: Actor, commentId: number, now: Now): Promise<ModeratedItem> {
  const [row] = await selectQueued(db).where(eq(comments.id, commentId));
  if (!row) throw new Refusal("comments.missing");
  const stream = { ...row.stream, lineage: row.lineage };
  authorize(actor, "comment.take-up", stream);
  const moderates = can(actor, "post.moderate", stream);
  if (row.comment.hiddenAt && !moderates) throw new Refusal("comments.missing");
  const [item] = await queued(db, [row], now);
  const { parentId, hiddenAt, hiddenCode, reviewedAt } = row.comment;
  return { ...item!, parentId, hiddenAt, hiddenCode, reviewedAt, stream, moderates };
}

/** Whoever raised the appeal that was talked about. */
const raiser = alias(people, "raiser");

const selectQueued = (db: Db) =>
  db
    .select({
      comment: getTableColumns(comments),
      author: people.nickname,
      authorVerified: sql<boolean>`${people.verifiedAt} is not null`,
      postBody: posts.body,
      nickname: raiser.nickname,
      prompts: posts.prompts,
      voice: posts.voice,
      stream: { leaderId: posts.leaderId, officeId: posts.officeId },
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      lineage: regions.lineage,
    })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .leftJoin(raiser, and(eq(raiser.id, posts.authorId), eq(posts.kind, "appeal")));

type Row = Awaited<ReturnType<typeof selectQueued>>[number];

/**
 * That a comment became an accusation must not show by its leaving the queue: only what a colleague took up leaves it, and
 * not for those who are accused.
 */
const waits = (db: Db, actor: Actor) =>
  and(
    isNull(comments.reviewedAt),
    isNull(comments.hiddenAt),
    isNull(comments.officeId),
    isNull(posts.hiddenAt),
    notExists(
      db
        .select({ id: letters.id })
        .from(letters)
        .where(
          and(
            eq(letters.commentId, comments.id),
            isNotNull(letters.commentId),
            ne(letters.state, "withdrawn"),
            or(
              ne(letters.kind, "accusation"),
              sql`(${letters.sourceOfficeId} is not null and not (${isKeptOut(actor)}))`,
            ),
          ),
        ),
    ),
  );

/** `readsLike` as a condition. */
function isLike(reading: "letter" | "suggestion"): SQL {
  const has = (pattern: string) => sql`${comments.body} ~ ${pattern}`;
  const letter = sql`(${has(patterns.what)} and (${has(patterns.when)} or ${has(patterns.where)} or ${has(patterns.whom)}))`;
  return reading === "letter" ? letter : sql`(${has(patterns.wish)} and not ${letter})`;
}

function behind(sort: "oldest" | "supported", after: number): SQL {
  return sort === "oldest"
    ? sql`(-${comments.attention}, ${comments.createdAt}, ${comments.id}) >
        (select -k.attention, k.created_at, k.id from ${comments} k where k.id = ${after})`
    : sql`(${comments.up}, ${comments.id}) < (select k.up, k.id from ${comments} k where k.id = ${after})`;
}

async function queued(db: Db, rows: Row[], now: Now): Promise<QueuedComment[]> {
  const ids = rows.map(({ comment }) => comment.id);
  const [claims, flagged, policies] = await Promise.all([
    readClaims(db, ids, now),
    readFlagged(
      db,
      ids.map((id) => `comment:${id}`),
    ),
    readPolicies(db, now.today),
  ]);
  return rows.map(({ comment, prompts, postBody, author, authorVerified, ...post }) => ({
    id: comment.id,
    postId: comment.postId,
    postBody,
    postSpeaker: speakerOf(post),
    prompt: comment.prompt === null ? null : (prompts[comment.prompt] ?? null),
    author,
    authorId: comment.authorId,
    authorVerified,
    at: comment.createdAt,
    approx: comment.approx,
    edited: comment.editedAt !== null,
    body: comment.body,
    up: comment.up,
    down: comment.down,
    verifiedVotes: comment.verifiedVotes,
    demo: comment.demo,
    reads: readsLike(comment.body),
    hits: signalsIn(comment.body),
    claim: claims.get(comment.id) ?? null,
    flagged: flagged.get(`comment:${comment.id}`) ?? null,
    first: (flagged.get(`comment:${comment.id}`)?.established ?? 0) >= policies["flags.first"],
  }));
}
