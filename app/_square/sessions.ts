import { now } from "#app/_edge/now.ts";
import { shows } from "#app/_edge/shows.ts";
import { earliest } from "#app/_square/expiry.ts";
import { choiceOf, idOf, type Query } from "#app/_square/query.ts";
import { db } from "#db/client.ts";
import { civilDateOf, daysBetween } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPost } from "#domain/posts/read-post.ts";
import { readDebts } from "#domain/sessions/read-debts.ts";
import { readOpening, readQuestions, showQuestions } from "#domain/sessions/read-questions.ts";
import { readSessions, type SessionPost } from "#domain/sessions/read-sessions.ts";

/** 在线问政: what is live and announced, and what is over. */
export async function readSessionsPage(query: Query) {
  const at = await now();
  const after = idOf(query.after);
  const { open, past, next } = await readSessions(db, { after }, at);
  const topics = [...open, ...past].map(({ id }) => `post:${id}`);
  await shows(["sessions", "home", ...topics], { until: earliest(open.map(({ session }) => session)) });
  return { open: open.map((post) => ({ ...post, days: daysUntil(post, at) })), past, next, after: after ?? null };
}

/** Whole days until it begins, as the calendar on the wall counts them; 0 is today. */
const daysUntil = ({ session }: SessionPost, { today }: Now) => daysBetween(today, civilDateOf(session.startsAt));

/** While it is ahead or live by support, newest or answered; when it is over first what was answered. */
const lists = {
  coming: ["supported", "newest", "answered"],
  live: ["supported", "newest", "answered"],
  over: ["answered", "unanswered", "owed"],
} as const;

/** A session with its questions and answers, and when it is over what it left owing. Null when there is none to be read. */
export async function readSessionPage(given: string, query: Query) {
  const id = idOf(given);
  if (!id) return null;
  await shows(`post:${id}`);
  const at = await now();
  const read = await readPost(db, id, at);
  if (!read) return null;
  if (!read.post) return { ...read, id };
  const post = isSession(read.post) ? read.post : null;
  if (!post) return null;
  const page = await readWhole(post, query, at);
  const { questions, answering, debts } = page;
  const letters = [...questions, ...answering, ...debts].flatMap(({ question: { letter } }) => letter ?? []);
  await shows([], { until: earliest([post.session, ...letters]) });
  return { id, hidden: null, post, days: daysUntil(post, at), ...page };
}

async function readWhole({ id, session }: SessionPost, query: Query, at: Now) {
  const after = idOf(query.after);
  const list = choiceOf(query.list ?? query.sort, lists[session.state]);
  const [opening, answering, owed, asked] = await Promise.all([
    readOpening(db, id, at),
    showQuestions(db, session.answeringId === null ? [] : [session.answeringId], at),
    session.state === "over" ? readDebts(db, id, list === "owed" ? after : undefined, at) : { debts: [], next: null },
    list === "owed" ? { questions: [], next: null } : readQuestions(db, id, { view: list, after }, at),
  ]);
  return {
    list,
    after: after ?? null,
    opening,
    answering: answering.filter(({ question }) => !question.hidden),
    debts: owed.debts,
    moreDebts: owed.next,
    questions: asked.questions,
    next: asked.next,
  };
}

const isSession = (post: { session: unknown }): post is SessionPost => post.session !== null;

export type SessionPage = NonNullable<Awaited<ReturnType<typeof readSessionPage>>>;
/** Of one that is not hidden. */
export type ShownSessionPage = Extract<SessionPage, { hidden: null }>;
