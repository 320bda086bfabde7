import { and, asc, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type ShownComment, showComments } from "#domain/comments/shown.ts";

export const questionsOnPage = 30;
/** Answers to one page of questions: hosts answer once, now and then twice. */
const mostAnswers = 200;

/**
 * supported: by the lower bound of their support, as every discussion; newest; answered: in the order in which they were;
 * unanswered: those that are left, by support, without what stands on the debt list.
 */
export const questionViews = ["supported", "newest", "answered", "unanswered"] as const;
export type QuestionView = (typeof questionViews)[number];

/** A question with what officials answered to it, the first answer first. */
export interface Question {
  question: ShownComment;
  answers: ShownComment[];
}

export interface QuestionPage {
  questions: Question[];
  next: number | null;
}

/** A page of the questions of a session that can be read (`readPost` says so), by keyset. */
export async function readQuestions(
  db: Db,
  postId: number,
  { view, after }: { view: QuestionView; after?: number | undefined },
  now: Now,
): Promise<QuestionPage> {
  const rows = await db.execute<{ id: string }>(
    view === "answered" ? answeredIds(postId, after) : sortedIds(postId, view, after),
  );
  const ids = rows.map(({ id }) => Number(id));
  const kept = ids.slice(0, questionsOnPage);
  return { questions: await showQuestions(db, kept, now), next: ids.length > kept.length ? kept.at(-1)! : null };
}

/** These questions with their answers, in the order of the ids. */
export async function showQuestions(db: Db, ids: readonly number[], now: Now): Promise<Question[]> {
  if (ids.length === 0) return [];
  const answers = await db
    .select({ id: comments.id, parentId: comments.parentId })
    .from(comments)
    .where(and(inArray(comments.parentId, [...ids]), isNotNull(comments.officeId), isNull(comments.hiddenAt)))
    .orderBy(asc(comments.id))
    .limit(mostAnswers);
  const shown = await showComments(db, [...ids, ...answers.map(({ id }) => id)], now);
  return shown
    .filter(({ parentId }) => parentId === null)
    .map((question) => ({ question, answers: shown.filter(({ parentId }) => parentId === question.id) }));
}

/** What officials say to everybody, on the first level: a welcome, a last word. */
export async function readOpening(db: Db, postId: number, now: Now): Promise<ShownComment[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from comments where post_id = ${postId} and office_id is not null and parent_id is null
      and hidden_at is null order by id limit 20`);
  return showComments(
    db,
    rows.map(({ id }) => Number(id)),
    now,
  );
}

function sortedIds(postId: number, view: Exclude<QuestionView, "answered">, after: number | undefined): SQL {
  const key = view === "newest" ? sql`created_at` : sql`heat`;
  return sql`
    select c.id from comments c
    where c.post_id = ${postId} and c.parent_id is null and c.office_id is null
      ${view === "unanswered" ? sql`and ${isLeft}` : sql``}
      ${after ? sql`and (c.${key}, c.id) < (select k.${key}, k.id from comments k where k.id = ${after})` : sql``}
    order by c.${key} desc, c.id desc limit ${questionsOnPage + 1}`;
}

const isLeft = sql`c.hidden_at is null
  and not exists (select 1 from owed_questions o where o.comment_id = c.id)
  and not exists (select 1 from comments r where r.parent_id = c.id and r.office_id is not null and r.hidden_at is null)`;

/** By the id of the first answer, which rises with time; officials' words have an index of their own. */
const answeredIds = (postId: number, after: number | undefined): SQL => sql`
  select parent_id as id from comments
  where post_id = ${postId} and office_id is not null and parent_id is not null and hidden_at is null
  group by parent_id
  ${after ? sql`having min(id) > (select min(k.id) from comments k where k.parent_id = ${after} and k.office_id is not null and k.hidden_at is null)` : sql``}
  order by min(id) limit ${questionsOnPage + 1}`;
