import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { comments, leaders, letters, mailboxes, offices, ratings } from "#db/schema/index.ts";
import type { Grade, LetterState, Solved } from "#db/schema/letters.ts";
import { nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { nextChange } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import {
  type Clock,
  type ClockLight,
  clocksOf,
  lightOfClock,
  type Named,
  officeClockOf,
  type Turn,
  turnOf,
} from "./times.ts";

export type { Named } from "./times.ts";

/** What everybody may know of a letter in one look: in a list, under a post, on the comment that became it. */
export interface LetterBrief {
  number: string;
  state: LetterState;
  demo: boolean;
  commentId: number | null;
  postId: number | null;
  sentAt: Date;
  closedAt: Date | null;
  /** Where it was sent: a leader's mailbox has the leader's title. */
  mailbox: { slug: string; leader: { title: string; titleEn: string | null } | null; office: Named };
  /** Only of a letter whose text everybody may read; of others number, mailbox, state and lamp are all there is. */
  open: { title: string; lead: Named | null; verdict: { solved: Solved; attitude: Grade } | null } | null;
  /** Null when nobody has to do anything. */
  turn: Turn | null;
  /** Of the office's clock: the one that runs, else the last that ran. */
  light: ClockLight | null;
  /** The next instant at which this reads differently though nothing has happened. */
  changesAt: Date | null;
}

const lead = alias(offices, "lead");
const keeper = alias(offices, "keeper");

/** Reads briefs of the letters that a condition names, in an order. A page shows a few: the caller sets the limit. */
export async function readBriefs(db: Db, where: SQL, order: SQL[], limit: number, now: Now): Promise<LetterBrief[]> {
  const rows = await selectBriefs(db)
    .where(and(lettersFor(nobody, "letter.know"), where))
    .orderBy(...order)
    .limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [times, verdicts] = await Promise.all([clocksOf(db, ids), verdictsOf(db, ids)]);
  return rows.map((row) => briefOf(row, times.get(row.id) ?? [], verdicts.get(row.id) ?? null, now));
}

/** The letters that came of these posts' comments, the oldest first. */
export function readBriefsOfPosts(db: Db, postIds: readonly number[], now: Now): Promise<LetterBrief[]> {
  return readBriefsFrom(db, inArray(letters.postId, [...postIds]), postIds.length, now);
}

/** The letters that these comments became. */
export function readBriefsOfComments(db: Db, commentIds: readonly number[], now: Now): Promise<LetterBrief[]> {
  return readBriefsFrom(db, inArray(letters.commentId, [...commentIds]), commentIds.length, now);
}

/** More than this came of no page's comments; the list of letters has the rest. */
const most = 200;

/** What was withdrawn left no letter, and a hidden comment leads nowhere. Written out, as the index of comments says it. */
async function readBriefsFrom(db: Db, of: SQL, asked: number, now: Now): Promise<LetterBrief[]> {
  if (asked === 0) return [];
  const where = and(of, sql`${letters.state} <> 'withdrawn'`, isNull(comments.hiddenAt))!;
  return readBriefs(db, where, [asc(letters.id)], most, now);
}

const selectBriefs = (db: Db) =>
  db
    .select({
      id: letters.id,
      number: letters.number,
      kind: letters.kind,
      state: letters.state,
      demo: letters.demo,
      commentId: letters.commentId,
      postId: letters.postId,
      sentAt: letters.sentAt,
      closedAt: letters.closedAt,
      publishedAt: letters.publishedAt,
      hiddenAt: letters.hiddenAt,
      publicTitle: letters.publicTitle,
      slug: mailboxes.slug,
      leaderTitle: leaders.title,
      leaderTitleEn: leaders.titleEn,
      keeperName: keeper.name,
      keeperNameEn: keeper.nameEn,
      leadName: lead.name,
      leadNameEn: lead.nameEn,
    })
    .from(letters)
    .innerJoin(mailboxes, eq(mailboxes.id, letters.mailboxId))
    .innerJoin(keeper, eq(keeper.id, mailboxes.officeId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .leftJoin(lead, eq(lead.id, letters.leadOfficeId))
    .leftJoin(comments, eq(comments.id, letters.commentId))
    .$dynamic();

type Row = Awaited<ReturnType<typeof selectBriefs>>[number];

async function verdictsOf(db: Db, ids: number[]): Promise<Map<number, { solved: Solved; attitude: Grade }>> {
  const rows = await db
    .selectDistinctOn([ratings.letterId], {
      letterId: ratings.letterId,
      solved: ratings.solved,
      attitude: ratings.attitude,
    })
    .from(ratings)
    .where(inArray(ratings.letterId, ids))
    .orderBy(ratings.letterId, desc(ratings.round));
  return new Map(rows.map(({ letterId, ...verdict }) => [letterId, verdict]));
}

function briefOf(row: Row, times: Clock[], verdict: { solved: Solved; attitude: Grade } | null, now: Now): LetterBrief {
  const { number, state, demo, commentId, postId, sentAt, closedAt } = row;
  const office = officeClockOf(times);
  const readable = can(nobody, "letter.read", row) && row.publicTitle !== null;
  return {
    number,
    state,
    demo,
    commentId,
    postId,
    sentAt,
    closedAt,
    mailbox: {
      slug: row.slug,
      leader: row.leaderTitle === null ? null : { title: row.leaderTitle, titleEn: row.leaderTitleEn },
      office: { name: row.keeperName, nameEn: row.keeperNameEn },
    },
    open: readable
      ? {
          title: row.publicTitle!,
          lead: row.leadName === null ? null : { name: row.leadName, nameEn: row.leadNameEn },
          verdict,
        }
      : null,
    turn: turnOf(times),
    light: office ? lightOfClock(office, now) : null,
    changesAt: office ? nextChange(office, now) : null,
  };
}
