import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  comments,
  events,
  eventWords,
  leaders,
  letters,
  type NoticeKind,
  notices,
  offices,
  people,
  posts,
} from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import { noticesFor } from "#domain/access/notices-visibility.ts";
import { type CivilDate, isCivilDate } from "#domain/calendar/civil-date.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import { type Step, steps } from "#domain/letters/steps.ts";

/** What a notice says, by whichever way it goes. */
export interface Content {
  id: number;
  kind: NoticeKind;
  /** What happened: "answer", "reply". */
  name: string;
  /** Of an accusation messages say the number and nothing else: they are read on locked screens and lent telephones. */
  number: string | null;
  title: string | null;
  words: string | null;
  who: { name: string; nameEn: string | null } | null;
  due: CivilDate | null;
  at: Date;
  /** Where to read on. */
  path: string;
  letterId: number | null;
  /** It waits for its reader still. */
  asks: boolean;
  /** Danger to life: nothing waits until the morning. */
  danger: boolean;
}

const lead = alias(offices, "lead");
const acting = alias(offices, "acting");
const speaking = alias(offices, "speaking");
/** Whoever said it: of a notice about a comment its author, of one about a post the stream. */
const spoken = sql`coalesce(${comments.leaderId}, ${posts.leaderId})`;
const spokenFor = sql`coalesce(${comments.officeId}, ${posts.officeId})`;

const rowsOf = (db: Db) =>
  db
    .select({
      id: notices.id,
      kind: notices.kind,
      what: notices.what,
      at: notices.at,
      asks: notices.asks,
      letter: {
        id: letters.id,
        number: letters.number,
        kind: letters.kind,
        title: letters.title,
        publicTitle: letters.publicTitle,
        termClass: letters.termClass,
        state: letters.state,
        authorId: letters.authorId,
      },
      event: { counts: events.counts, public: events.public },
      words: { text: eventWords.text, hiddenAt: eventWords.hiddenAt },
      comment: { id: comments.id, postId: comments.postId, parentId: comments.parentId, body: comments.body },
      post: { id: posts.id, body: posts.body },
      lead: { name: lead.name, nameEn: lead.nameEn },
      acting: { name: acting.name, nameEn: acting.nameEn },
      leader: { name: leaders.title, nameEn: leaders.titleEn },
      speaking: { name: speaking.name, nameEn: speaking.nameEn },
      nickname: people.nickname,
    })
    .from(notices)
    .leftJoin(letters, eq(letters.id, notices.letterId))
    .leftJoin(events, eq(events.id, notices.eventId))
    .leftJoin(eventWords, eq(eventWords.eventId, notices.eventId))
    .leftJoin(comments, eq(comments.id, notices.commentId))
    .leftJoin(posts, eq(posts.id, notices.postId))
    .leftJoin(lead, eq(lead.slug, sql`${events.counts}->>'lead'`))
    .leftJoin(acting, eq(acting.id, events.officeId))
    .leftJoin(leaders, eq(leaders.id, spoken))
    .leftJoin(speaking, eq(speaking.id, spokenFor))
    .leftJoin(people, eq(people.id, comments.authorId));

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** What these notices say to whom they were for, the oldest first: what they may not read any more is not there. */
export async function readContents(db: Db, person: Person, noticeIds: readonly number[]): Promise<Content[]> {
  if (noticeIds.length === 0) return [];
  const rows = await rowsOf(db)
    .where(and(inArray(notices.id, [...noticeIds]), noticesFor(person)))
    .orderBy(asc(notices.id));
  return rows.map(contentOf);
}

function contentOf(row: Row): Content {
  const { id, kind, what, at, letter, event, lead, acting, leader, speaking, nickname } = row;
  const name = nameOf(what);
  const due = event?.counts.due;
  return {
    ...{ id, kind, name, at },
    number: letter?.number ?? null,
    title: letter?.kind === "accusation" ? null : ((kind === "followed" ? letter?.publicTitle : letter?.title) ?? null),
    words: wordsOf(row, name),
    who: lead ?? acting ?? leader ?? speaking ?? (nickname === null ? null : { name: nickname, nameEn: null }),
    due: typeof due === "string" && isCivilDate(due) ? due : null,
    path: pathOf(row),
    letterId: letter?.id ?? null,
    asks: row.asks && (letter === null || stillAsks(name, letter)),
    danger: kind === "desk" && letter?.termClass === "danger",
  };
}

/** "letter.answer", "follow.answer", "talk.reply": what happened stands behind the point. */
export const nameOf = (what: string): string => what.slice(what.indexOf(".") + 1);

/** What a step asked for may have been done since; of the others the open letter is the measure. */
const asked: Partial<Record<string, (letter: NonNullable<Row["letter"]>) => boolean>> = {
  ask: ({ state }) => state === "clarifying",
  answer: ({ state }) => state === "answered",
  convert: ({ authorId, state }) => authorId === null && isOpen(state),
  order: () => true,
  review: () => true,
  recheck: () => true,
  rate: () => true,
  rateLate: () => true,
};

const stillAsks = (name: string, letter: NonNullable<Row["letter"]>) =>
  (asked[name] ?? (() => isOpen(letter.state)))(letter);

/** What was said among the offices does not leave the platform; who follows a letter is told what everybody reads. */
function wordsOf({ kind, letter, event, words, comment, post }: Row, name: string): string | null {
  if (comment) return comment.body;
  // Of an appeal the words that something was done with say more than its own.
  if (post) return (name.startsWith("appeal") && !words?.hiddenAt && words?.text) || post.body;
  if (letter?.kind === "accusation" || event?.counts.internal === true || words?.hiddenAt) return null;
  const shown = kind !== "followed" || (event?.public && steps[name as Step]?.shows === "words");
  return shown ? (words?.text ?? null) : null;
}

/** What is about no letter, comment or post: where its reader finds the whole of it. */
const elsewhere: Partial<Record<string, string>> = {
  "talk.flagSettle": "/me/reports",
  "talk.grievanceTell": "/me/moderated",
};

function pathOf({ kind, what, letter, comment, post }: Row): string {
  if (comment) return `/posts/${comment.postId}?thread=${comment.parentId ?? comment.id}#comment-${comment.id}`;
  if (post) return `/posts/${post.id}`;
  if (!letter) return elsewhere[what] ?? "/desk/administration/calendar";
  if (kind === "followed") return `/letters/${letter.number}`;
  return kind === "desk" ? `/desk/letters/${letter.number}` : `/letters/${letter.number}/act`;
}
