import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";

export const logPage = 30;

/** What the public log tells: every act by which something public was hidden, shown again or left where it is. */
export const loggedActs = [
  "comment.hide",
  "comment.restore",
  "comment.review",
  "comment.unreview",
  "post.hide",
  "post.restore",
  "letter.convert",
  "letter.hide",
  "letter.redact",
] as const;
export type LoggedAct = (typeof loggedActs)[number];

export interface LogEntry {
  id: number;
  act: LoggedAct;
  at: Date;
  office: { slug: string; name: string; nameEn: string | null } | null;
  /** Why, as a code: words in moderation.json under `codes`. */
  code: string | null;
  undone: boolean;
  commentId: number | null;
  postId: number | null;
  /** Where the letter that it is about may be read. */
  letter: string | null;
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
}

/** The public log, the newest entry first. Each kind of act is read from its own stretch of one index, and merged. */
export async function readLog(
  db: Db,
  { act, office, after }: { act?: LoggedAct | undefined; office?: string | undefined; after?: number | undefined } = {},
): Promise<{ entries: LogEntry[]; next: number | null }> {
  const rows = await db.execute<Row>(sql`
    select e.id, e.what as act, e.at, o.slug, o.name, o.name_en, e.counts, e.topics
    from unnest(${sql.param(act ? [act] : [...loggedActs])}::text[]) a (what)
    cross join lateral (
      select e.* from events e
      where e.what = a.what and e.public
        ${after ? sql`and e.id < ${after}` : sql``}
        ${office ? sql`and e.office_id = (select id from offices where slug = ${office})` : sql``}
      order by e.id desc limit ${logPage + 1}
    ) e
    left join offices o on o.id = e.office_id
    order by e.id desc limit ${logPage + 1}`);
  const entries = rows.slice(0, logPage).map(entryOf);
  return { entries, next: rows.length > logPage ? entries.at(-1)!.id : null };
}

function entryOf({ id, act, at, slug, name, name_en, counts, topics }: Row): LogEntry {
  const numbered = (key: string) => (counts[key] === undefined ? null : Number(counts[key]));
  return {
    id: Number(id),
    act,
    at: new Date(at),
    office: slug && name ? { slug, name, nameEn: name_en } : null,
    code: typeof counts.code === "string" ? counts.code : null,
    undone: counts.undone === true,
    commentId: numbered("comment"),
    postId: numbered("post"),
    letter: topics.find((topic) => topic.startsWith("letter:"))?.slice("letter:".length) ?? null,
  };
}
