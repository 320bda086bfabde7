import { asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  addenda,
  comments,
  leaders,
  offices,
  owedAnswers,
  people,
  posts,
  uncountedComments,
} from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type LetterBrief, readBriefsOfComments } from "#domain/letters/brief.ts";
import { mentionsOf, type ShownMention } from "#domain/mentions/shown.ts";
import { dateOf, type OwedDate } from "#domain/owed-answers/read-owed.ts";
import type { Speaker } from "#domain/people/speaker.ts";
import type { Hiding } from "#domain/posts/read-post.ts";

/** A comment as everybody sees it; of a hidden one only that it was, why and by whom. */
export interface ShownComment {
  id: number;
  postId: number;
  parentId: number | null;
  speaker: Speaker;
  official: boolean;
  at: Date;
  approx: boolean;
  edited: boolean;
  body: string;
  /** Whom its words name. */
  mentions: ShownMention[];
  /** The question of a solicitation that it answers, in its words. */
  prompt: string | null;
  replyTo: { id: number; speaker: Speaker } | null;
  replies: number;
  up: number;
  down: number;
  verifiedVotes: number;
  addenda: { at: Date; body: string }[];
  letter: LetterBrief | null;
  /** Many support it: by when its answer is or was owed. */
  owed: OwedDate | null;
  hidden: Hiding | null;
  demo: boolean;
}

const hider = alias(offices, "hider");
const answered = alias(comments, "answered");
const answeredAuthor = alias(people, "answered_author");
const answeredLeader = alias(leaders, "answered_leader");
const answeredOffice = alias(offices, "answered_office");

/** By id, in no order: the lists decide which and in what order, by their indexes alone. */
const selectComments = (db: Db, ids: number[]) =>
  db
    .select({
      comment: comments,
      uncountedReplies: sql<number>`(select count(*)::int from ${uncountedComments} u where u.parent_id = ${comments.id})`,
      nickname: people.nickname,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      prompts: posts.prompts,
      owed: owedAnswers,
      hider: { name: hider.name, nameEn: hider.nameEn },
      answeredVoice: answered.voice,
      answeredNickname: answeredAuthor.nickname,
      answeredLeader: { handle: answeredLeader.handle, title: answeredLeader.title, titleEn: answeredLeader.titleEn },
      answeredOffice: { slug: answeredOffice.slug, name: answeredOffice.name, nameEn: answeredOffice.nameEn },
    })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(people, eq(people.id, comments.authorId))
    .leftJoin(leaders, eq(leaders.id, comments.leaderId))
    .leftJoin(offices, eq(offices.id, comments.officeId))
    .leftJoin(owedAnswers, eq(owedAnswers.commentId, comments.id))
    .leftJoin(hider, eq(hider.id, comments.hiddenById))
    .leftJoin(answered, eq(answered.id, comments.replyToId))
    .leftJoin(answeredAuthor, eq(answeredAuthor.id, answered.authorId))
    .leftJoin(answeredLeader, eq(answeredLeader.id, answered.leaderId))
    .leftJoin(answeredOffice, eq(answeredOffice.id, answered.officeId))
    .where(inArray(comments.id, ids));

type Row = Awaited<ReturnType<typeof selectComments>>[number];

/** These comments with all that stands with them, in the order of the ids. */
export async function showComments(db: Db, ids: number[], now: Now): Promise<ShownComment[]> {
  if (ids.length === 0) return [];
  const [rows, letters, mentioned, added] = await Promise.all([
    selectComments(db, ids),
    readBriefsOfComments(db, ids, now),
    mentionsOf(db, "comment", ids),
    db
      .select({ commentId: addenda.commentId, at: addenda.at, body: addenda.body })
      .from(addenda)
      .where(inArray(addenda.commentId, ids))
      .orderBy(asc(addenda.id)),
  ]);
  const shown = rows.map((row) => {
    const { id } = row.comment;
    return shownOf(row, {
      mentions: mentioned(id),
      letter: letters.find(({ commentId }) => commentId === id) ?? null,
      addenda: added.filter(({ commentId }) => commentId === id).map(({ at, body }) => ({ at, body })),
      owed: row.owed && dateOf(row.owed, now),
    });
  });
  const byId = new Map(shown.map((comment) => [comment.id, comment]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function shownOf(row: Row, along: Pick<ShownComment, "letter" | "addenda" | "owed" | "mentions">): ShownComment {
  const { comment, prompts } = row;
  const { id, postId, parentId, approx, up, down, verifiedVotes, demo } = comment;
  const shown: ShownComment = {
    id,
    postId,
    parentId,
    speaker: speakerOf(row.leader, row.office, row.nickname, comment.voice),
    official: comment.officeId !== null,
    at: comment.createdAt,
    approx,
    edited: comment.editedAt !== null,
    body: comment.body,
    prompt: comment.prompt === null ? null : (prompts[comment.prompt] ?? null),
    replyTo: replyToOf(row),
    replies: comment.replyCount + row.uncountedReplies,
    up,
    down,
    verifiedVotes,
    ...along,
    hidden: null,
    demo,
  };
  return comment.hiddenAt
    ? stoneOf(shown, { at: comment.hiddenAt, code: comment.hiddenCode!, office: row.hider })
    : shown;
}

function replyToOf(row: Row): ShownComment["replyTo"] {
  if (row.comment.replyToId === null) return null;
  const speaker = speakerOf(row.answeredLeader, row.answeredOffice, row.answeredNickname, row.answeredVoice);
  return { id: row.comment.replyToId, speaker };
}

/** Nothing of what was hidden leaves the domain: neither the words nor who said them. */
function stoneOf(comment: ShownComment, hidden: Hiding): ShownComment {
  const nobody: Speaker = { leader: null, office: null, nickname: null, voice: null };
  const nothing = {
    body: "",
    prompt: null,
    replyTo: null,
    addenda: [],
    letter: null,
    owed: null,
    up: 0,
    down: 0,
    verifiedVotes: 0,
  };
  return { ...comment, ...nothing, speaker: nobody, official: false, edited: false, hidden };
}

function speakerOf(
  leader: Speaker["leader"],
  office: Speaker["office"],
  nickname: string | null,
  voice: Speaker["voice"],
): Speaker {
  return { leader, office, nickname: leader || office ? null : nickname, voice };
}
