import { and, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  eventWords,
  type FlagOutcome,
  type FlagReason,
  flags,
  leaders,
  offices,
  posts,
  regions,
  updates,
} from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Speaker } from "#domain/people/speaker.ts";

/** What was reported of one thing and is not decided yet. */
export interface Flagged {
  /** Different people whose accounts stand firmly; these count. */
  established: number;
  others: number;
  reasons: { reason: FlagReason; n: number }[];
  /** What they wrote about it, the newest first; never who. */
  words: string[];
}

const mostWords = 5;

/** Of these things (`comment:12`), what is reported and open. For those who may decide on them: the caller has asked. */
export async function readFlagged(db: Db, subjects: string[]): Promise<Map<string, Flagged>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .select({
      subject: flags.subject,
      reason: flags.reason,
      established: sql<number>`count(*) filter (where ${flags.established})::int`,
      n: sql<number>`count(*)::int`,
      words: sql<
        string[]
      >`(array_agg(${eventWords.text} order by ${flags.id} desc) filter (where ${eventWords.text} is not null))[:${mostWords}]`,
    })
    .from(flags)
    .leftJoin(eventWords, eq(eventWords.eventId, flags.eventId))
    .where(and(inArray(flags.subject, subjects), isNull(flags.settledAt)))
    .groupBy(flags.subject, flags.reason)
    .orderBy(sql`count(*) desc`, flags.reason);
  const found = new Map<string, Flagged>();
  for (const { subject, reason, established, n, words } of rows) {
    const one = found.get(subject) ?? { established: 0, others: 0, reasons: [], words: [] };
    one.established += established;
    one.others += n - established;
    one.reasons.push({ reason, n });
    one.words.push(...(words ?? []).slice(0, mostWords - one.words.length));
    found.set(subject, one);
  }
  return found;
}

/** A post or an update that was reported: it stands beside the queue of comments. */
export interface FlaggedPost extends Flagged {
  subject: string;
  what: "post" | "update";
  id: number;
  postId: number;
  number: number | null;
  body: string;
  speaker: Speaker;
}

const mostFlagged = 50;

/** Reported posts and updates where this person moderates, those that most established people reported first. */
export async function listFlaggedPosts(db: Db, actor: Actor): Promise<FlaggedPost[]> {
  authorize(actor, "moderation.desk");
  const rows = await db
    .select({
      subject: flags.subject,
      postId: flags.postId,
      number: updates.number,
      body: sql<string>`coalesce(${updates.body}, ${posts.body})`,
      voice: posts.voice,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(flags)
    .innerJoin(posts, eq(posts.id, flags.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .leftJoin(updates, sql`${flags.subject} = 'update:' || ${updates.id}`)
    .where(
      and(
        isNull(flags.settledAt),
        sql`${flags.subject} not like 'comment:%'`,
        sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "moderator"))}::bigint[]`,
      ),
    )
    .groupBy(flags.subject, flags.postId, posts.id, updates.id, leaders.id, offices.id)
    .orderBy(sql`count(*) filter (where ${flags.established}) desc`, sql`min(${flags.id})`)
    .limit(mostFlagged);
  const flagged = await readFlagged(
    db,
    rows.map(({ subject }) => subject),
  );
  return rows.map(({ leader, office, voice, ...row }) => {
    const [what, id] = row.subject.split(":") as ["post" | "update", string];
    const speaker: Speaker = { leader, office, nickname: null, voice };
    return { ...row, ...flagged.get(row.subject)!, what, id: Number(id), speaker };
  });
}

/** One's own report, and what became of it. */
export interface OwnFlag {
  id: number;
  subject: string;
  postId: number;
  reason: FlagReason;
  words: string | null;
  at: Date;
  outcome: FlagOutcome | null;
  settledAt: Date | null;
}

export const flagsPage = 20;

/** What I have reported, the newest first, with what was decided. */
export async function listOwnFlags(
  db: Db,
  actor: Actor,
  after: number | null,
): Promise<{ flags: OwnFlag[]; next: number | null }> {
  authorize(actor, "flags.own");
  const rows = await db
    .select({
      id: flags.id,
      subject: flags.subject,
      postId: flags.postId,
      reason: flags.reason,
      words: eventWords.text,
      at: flags.at,
      outcome: flags.outcome,
      settledAt: flags.settledAt,
    })
    .from(flags)
    .leftJoin(eventWords, eq(eventWords.eventId, flags.eventId))
    .where(and(eq(flags.personId, isPerson(actor) ? actor.id : 0), after ? lt(flags.id, after) : undefined))
    .orderBy(desc(flags.id))
    .limit(flagsPage + 1);
  const kept = rows.slice(0, flagsPage);
  return { flags: kept, next: rows.length > flagsPage ? kept.at(-1)!.id : null };
}
