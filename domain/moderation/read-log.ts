import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, type RoleName } from "#db/schema/index.ts";

export const logPage = 30;
const mostOffices = 100;

/**
 * What the public log tells: every act by which something public was hidden, shown again, left where it is or became a
 * letter; and every change of offices, positions, mailboxes and roles.
 */
export const logGroups = {
  comments: ["comment.hide", "comment.restore", "comment.review", "comment.unreview"],
  posts: ["post.hide", "post.restore", "post.keep", "update.hide", "update.restore", "update.keep", "post.pace"],
  appeals: ["appeal.suspend", "appeal.resume"],
  votes: ["votes.suspect", "votes.unweigh", "votes.weigh", "votes.strike", "votes.unstrike"],
  contests: ["grievance.stands", "grievance.restored"],
  letters: ["letter.convert", "letter.hide", "letter.redact", "letter.words.hide"],
  structure: [
    "region.create",
    "office.create",
    "office.rename",
    "office.move",
    "office.close",
    "position.create",
    "position.close",
    "mailbox.create",
    "mailbox.declines",
    "mailbox.move",
    "mailbox.close",
    "role.grant",
    "role.revoke",
  ],
  rules: [
    "words.start",
    "words.end",
    "calendar.import",
    "calendar.undo",
    "policy.change",
    "retention.erase",
    "retention.close",
  ],
} as const;
export type LogGroup = keyof typeof logGroups;
export type LoggedAct = (typeof logGroups)[LogGroup][number];

export const groupNames = Object.keys(logGroups) as LogGroup[];
const loggedActs: readonly LoggedAct[] = Object.values(logGroups).flat();

export interface LogEntry {
  id: number;
  act: LoggedAct;
  at: Date;
  office: { slug: string; name: string; nameEn: string | null } | null;
  /** Why, as a code: words in moderation.json under `codes`. */
  code: string | null;
  undone: boolean;
  /** Of which bulk act it is one. */
  bulk: number | null;
  /** The number of the act: 第 n 号. */
  number: number | null;
  /** How many accounts or rules it is about. */
  n: number | null;
  /** How many word rules hold in the region since then. */
  rules: number | null;
  /** How many votes. */
  votes: number | null;
  /** Of a post: seconds between two comments, and whether only verified accounts vote. */
  pace: { seconds: number; verifiedOnly: boolean } | null;
  /** Why a contest was decided as it was. */
  words: string | null;
  commentId: number | null;
  postId: number | null;
  /** Where the letter that it is about may be read. */
  letter: string | null;
  /** Which part of the administration was changed, and for a role which. */
  place: { href: string | null; name: string; nameEn: string | null } | null;
  role: RoleName | null;
}

interface Row extends Record<string, unknown> {
  id: string;
  act: LoggedAct;
  at: string;
  slug: string | null;
  name: string | null;
  name_en: string | null;
  counts: Record<string, unknown>;
  topics: string[];
  place: LogEntry["place"];
  words: string | null;
}

/** The public log, the newest entry first. Each kind of act is read from its own stretch of one index, and merged. */
export async function readLog(
  db: Db,
  {
    acts = loggedActs,
    office,
    code,
    after,
  }: {
    acts?: readonly LoggedAct[];
    office?: string | undefined;
    code?: string | undefined;
    after?: number | undefined;
  } = {},
): Promise<{ entries: LogEntry[]; next: number | null }> {
  const rows = await db.execute<Row>(sql`
    select e.id, e.what as act, e.at, o.slug, o.name, o.name_en, e.counts, e.topics, ${place} as place, w.text as words
    from unnest(${sql.param([...acts])}::text[]) a (what)
    cross join lateral (
      select e.* from events e
      where e.what = a.what and e.public
        ${after ? sql`and e.id < ${after}` : sql``}
        ${code ? sql`and e.counts->>'code' = ${code}` : sql``}
        ${office ? sql`and e.office_id = (select id from offices where slug = ${office})` : sql``}
      order by e.id desc limit ${logPage + 1}
    ) e
    left join offices o on o.id = e.office_id
    left join event_words w on w.event_id = e.id and w.hidden_at is null and e.what like 'grievance.%'
    left join leaders pl on pl.handle = e.counts->>'leader'
    left join offices po on po.slug = e.counts->>'office'
    left join regions pr on pr.slug = e.counts->>'region'
    order by e.id desc limit ${logPage + 1}`);
  const entries = rows.slice(0, logPage).map(entryOf);
  return { entries, next: rows.length > logPage ? entries.at(-1)!.id : null };
}

/** The nearest of the places that a change of the administration names. */
const place = sql`case
  when pl.id is not null then json_build_object('href', '/leaders/' || pl.handle, 'name', pl.title, 'nameEn', pl.title_en)
  when po.id is not null then json_build_object('href', '/offices/' || po.slug, 'name', po.name, 'nameEn', po.name_en)
  when pr.id is not null then json_build_object('href', null, 'name', pr.name, 'nameEn', pr.name_en) end`;

function entryOf({ id, act, at, slug, name, name_en, counts, topics, place, words }: Row): LogEntry {
  const numbered = (key: string) => (typeof counts[key] === "number" ? counts[key] : null);
  return {
    id: Number(id),
    act,
    at: new Date(at),
    office: slug && name ? { slug, name, nameEn: name_en } : null,
    code: typeof counts.code === "string" ? counts.code : null,
    undone: counts.undone === true,
    bulk: numbered("bulk"),
    number: numbered("number"),
    n: numbered("n"),
    rules: numbered("rules"),
    votes: numbered("votes"),
    pace:
      act === "post.pace" ? { seconds: numbered("seconds") ?? 0, verifiedOnly: counts.verifiedOnly === true } : null,
    commentId: numbered("comment"),
    postId: numbered("post"),
    letter: topics.find((topic) => topic.startsWith("letter:"))?.slice("letter:".length) ?? null,
    place,
    words,
    role: typeof counts.role === "string" ? (counts.role as RoleName) : null,
  };
}

/** The offices that speak in the public log as moderators: the triage office of each region, and few others. */
export async function listLoggingOffices(db: Db): Promise<NonNullable<LogEntry["office"]>[]> {
  return db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(offices)
    .where(eq(offices.triages, true))
    .orderBy(offices.id)
    .limit(mostOffices);
}
