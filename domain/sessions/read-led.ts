import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { posts, sessions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type OwnPlate, readPlates } from "#domain/people/read-plates.ts";
import { isOut, selectPosts, shown } from "#domain/posts/shown.ts";
import { mayLead } from "./may-lead.ts";
import { type Question, readQuestions, showQuestions } from "./read-questions.ts";
import type { SessionPost } from "./read-sessions.ts";

/** More sessions than this nobody has led lately. */
const mostLed = 50;

/** The sessions that somebody leads, the latest first. */
export async function readLedSessions(db: Db, actor: Actor, now: Now): Promise<SessionPost[]> {
  const rows = await selectPosts(db)
    .innerJoin(sessions, eq(sessions.postId, posts.id))
    .where(and(isOut, mayLead(actor)))
    .orderBy(desc(sessions.startsAt), desc(posts.id))
    .limit(mostLed);
  return (await shown(db, rows, now)) as SessionPost[];
}

/** A session for who leads it: what is asked, what is left, and under which plates they answer. */
export interface LedSession {
  post: SessionPost;
  plates: OwnPlate[];
  /** The question that everybody sees as taken up. */
  answering: Question | null;
  unanswered: Question[];
  nextUnanswered: number | null;
  answered: Question[];
}

/** Null for everybody who does not lead it. */
export async function readLedSession(
  db: Db,
  actor: Actor,
  postId: number,
  { after }: { after?: number | undefined },
  now: Now,
): Promise<LedSession | null> {
  const rows = await selectPosts(db).where(and(isOut, eq(posts.id, postId), eq(posts.kind, "session")));
  const [post] = (await shown(db, rows, now)) as SessionPost[];
  if (!post || !(await leads(db, actor, postId))) return null;
  const { answeringId } = post.session;
  const [plates, unanswered, answered, answering] = await Promise.all([
    readPlates(db, actor),
    readQuestions(db, postId, { view: "unanswered", after }, now),
    readQuestions(db, postId, { view: "answered" }, now),
    showQuestions(db, answeringId === null ? [] : [answeringId], now),
  ]);
  return {
    post,
    plates,
    answering: answering[0] ?? null,
    unanswered: unanswered.questions,
    nextUnanswered: unanswered.next,
    answered: answered.questions,
  };
}

async function leads(db: Db, actor: Actor, postId: number): Promise<boolean> {
  const [row] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.id, postId), mayLead(actor)));
  return row !== undefined;
}
