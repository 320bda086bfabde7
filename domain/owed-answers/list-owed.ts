import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  comments,
  leaders,
  type OwedFor,
  offices,
  owedAnswers,
  type PostKind,
  people,
  posts,
  regions,
} from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Plate } from "#domain/access/to-posts.ts";
import { owedBy } from "#domain/access/visibility.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import { mostOwed } from "./input.ts";
import { dateOf, type OwedDate } from "./read-owed.ts";

/** An answer that somebody owes, on their desk. */
export interface OwedRow extends OwedDate {
  id: number;
  what: OwedFor;
  post: { id: number; kind: PostKind; body: string };
  /** Of a story none. */
  comment: { id: number; body: string; up: number; nickname: string } | null;
  by: Pick<Speaker, "leader" | "office">;
  /** Under whose plate this person answers; null when they may only see that it is owed. */
  plate: Plate | null;
  /** May they make a letter of the comment? */
  mayTakeUp: boolean;
}

const onPage = 20;

/** What this person owes an answer to in public, the oldest date first. */
export async function listOwed(
  db: Db,
  actor: Actor,
  after: number | undefined,
  now: Now,
): Promise<{ rows: OwedRow[]; next: number | null }> {
  const beyond = after
    ? sql`(${owedAnswers.dueAt}, ${owedAnswers.id}) > (select k.due_at, k.id from ${owedAnswers} k where k.id = ${after})`
    : undefined;
  const rows = await selectOwed(db)
    .where(and(isNull(owedAnswers.stoppedAt), owedBy(actor), beyond))
    .orderBy(asc(owedAnswers.dueAt), asc(owedAnswers.id))
    .limit(onPage + 1);
  const kept = rows.slice(0, onPage);
  return {
    rows: kept.map((row) => rowOf(row, actor, now)),
    next: rows.length > onPage ? kept.at(-1)!.owed.id : null,
  };
}

/** How many answers this person owes, counted as far as ninety-nine and one. */
export async function countOwed(db: Db, actor: Actor): Promise<number> {
  const rows = await db
    .select({ id: owedAnswers.id })
    .from(owedAnswers)
    .where(and(isNull(owedAnswers.stoppedAt), owedBy(actor)))
    .limit(mostOwed + 1);
  return rows.length;
}

const selectOwed = (db: Db) =>
  db
    .select({
      owed: owedAnswers,
      post: { id: posts.id, kind: posts.kind, body: posts.body },
      comment: { id: comments.id, body: comments.body, up: comments.up },
      nickname: people.nickname,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      lineage: regions.lineage,
    })
    .from(owedAnswers)
    .innerJoin(posts, eq(posts.id, owedAnswers.postId))
    .innerJoin(offices, eq(offices.id, owedAnswers.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, owedAnswers.leaderId))
    .leftJoin(comments, eq(comments.id, owedAnswers.commentId))
    .leftJoin(people, eq(people.id, comments.authorId));

type Selected = Awaited<ReturnType<typeof selectOwed>>[number];

function rowOf({ owed, post, comment, nickname, leader, office, lineage }: Selected, actor: Actor, now: Now): OwedRow {
  const { id, what, leaderId, officeId } = owed;
  return {
    ...dateOf(owed, now),
    id,
    what,
    post,
    comment: comment && { ...comment, nickname: nickname! },
    by: { leader, office },
    plate: platesOf(actor, officeId, leaderId).find((plate) => can(actor, "comment.reply-officially", plate)) ?? null,
    mayTakeUp: what === "comment" && can(actor, "comment.take-up", { leaderId, officeId, lineage }),
  };
}

/** Whoever owes it speaks; the office for them; for an office, one of its leaders. */
function platesOf(actor: Actor, officeId: number, leaderId: number | null): Plate[] {
  const own = isPerson(actor) ? actor.grants.filter((grant) => grant.officeId === officeId) : [];
  const leading = own.flatMap((grant) => grant.leaderId ?? []);
  return [
    ...leading.filter((id) => leaderId === null || id === leaderId).map((id) => ({ leaderId: id, officeId })),
    { leaderId: null, officeId },
  ];
}
