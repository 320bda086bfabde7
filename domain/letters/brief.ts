import { and, asc, desc, eq, inArray, ne, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import { clocks, comments, leaders, letters, mailboxes, offices, ratings } from "#db/schema/index.ts";
import type { Grade, LetterState, Solved } from "#db/schema/letters.ts";
import { nobody } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import { type Light, lightOf, nextChange } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";

/** A name in both languages; English is missing where nobody has given one. */
export interface Named {
  name: string;
  nameEn: string | null;
}

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
  /** Whose turn it is, and until the end of which day. Null when nobody has to do anything. */
  turn: {
    who: "office" | "writer";
    what: "accept" | "finish" | "supply" | "judging";
    office: Named | null;
    dueOn: CivilDate;
  } | null;
  /** Of the office's clock: the one that runs, else the last that ran. */
  light:
    | (Light & { what: "accept" | "finish"; dueOn: CivilDate; nth: { unit: "workdays" | "days"; n: number } | null })
    | null;
  /** The next instant at which this reads differently though nothing has happened. */
  changesAt: Date | null;
}

const lead = alias(offices, "lead");
const keeper = alias(offices, "keeper");

/** Letters that everybody knows of: an accusation is not counted, listed or hinted at anywhere. */
const known = ne(letters.kind, "accusation");

/** Reads briefs of the letters that a condition names, in an order. A page shows a few: the caller sets the limit. */
export async function readBriefs(db: Db, where: SQL, order: SQL[], limit: number, now: Now): Promise<LetterBrief[]> {
  const rows = await selectBriefs(db)
    .where(and(known, where))
    .orderBy(...order)
    .limit(limit);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [times, verdicts] = await Promise.all([clocksOf(db, ids), verdictsOf(db, ids)]);
  return rows.map((row) => briefOf(row, times.get(row.id) ?? [], verdicts.get(row.id) ?? null, now));
}

/** The letters that came of these posts' comments, the oldest first. What was withdrawn left no letter. */
export function readBriefsOfPosts(db: Db, postIds: readonly number[], now: Now): Promise<LetterBrief[]> {
  if (postIds.length === 0) return Promise.resolve([]);
  const where = and(inArray(comments.postId, [...postIds]), ne(letters.state, "withdrawn"))!;
  return readBriefs(db, where, [asc(letters.id)], 200, now);
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
      postId: comments.postId,
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

const selectClocks = (db: Db) =>
  db
    .select({
      letterId: clocks.letterId,
      what: clocks.what,
      startedAt: clocks.startedAt,
      dueAt: clocks.dueAt,
      amberAt: clocks.amberAt,
      yellowAt: clocks.yellowAt,
      redAt: clocks.redAt,
      pausedAt: clocks.pausedAt,
      stoppedAt: clocks.stoppedAt,
      working: clocks.working,
      office: { name: offices.name, nameEn: offices.nameEn },
    })
    .from(clocks)
    .leftJoin(offices, eq(offices.id, clocks.officeId))
    .$dynamic();

type Clock = Omit<Awaited<ReturnType<typeof selectClocks>>[number], "working"> & { working: Working };

async function clocksOf(db: Db, ids: number[]): Promise<Map<number, Clock[]>> {
  const rows = await selectClocks(db)
    .where(inArray(clocks.letterId, ids))
    .orderBy(asc(clocks.startedAt), asc(clocks.id));
  return Map.groupBy(rows as Clock[], ({ letterId }) => letterId);
}

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
  const office =
    times.findLast(({ what, stoppedAt }) => isOffices(what) && !stoppedAt) ??
    times.findLast((one) => isOffices(one.what));
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

const isOffices = (what: Clock["what"]): what is "accept" | "finish" => what === "accept" || what === "finish";

/** The writer's clock runs while the office's stands still: then it is the writer's turn. */
function turnOf(times: Clock[]): LetterBrief["turn"] {
  const running = times.filter(({ stoppedAt }) => stoppedAt === null);
  const clock = running.find(({ what }) => !isOffices(what)) ?? running[0];
  if (!clock) return null;
  const { what, office, working } = clock;
  return {
    who: isOffices(what) ? "office" : "writer",
    what,
    office: isOffices(what) ? office : null,
    dueOn: working.dueOn,
  };
}

function lightOfClock(clock: Clock, now: Now): NonNullable<LetterBrief["light"]> {
  return {
    ...lightOf(clock, now),
    what: clock.what as "accept" | "finish",
    dueOn: clock.working.dueOn,
    nth: nthOf(clock),
  };
}

/** On which day of its term a clock was stopped in time: 第 9 个工作日. A day that does not count says nothing. */
function nthOf({ stoppedAt, dueAt, working }: Clock): { unit: "workdays" | "days"; n: number } | null {
  const { unit } = working.term;
  if (!stoppedAt || stoppedAt >= dueAt || unit === "hours") return null;
  const n = working.days.find(({ date }) => date === civilDateOf(stoppedAt))?.n;
  return n ? { unit, n } : null;
}
