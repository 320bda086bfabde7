import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.ts";
import {
  comments,
  events,
  eventWords,
  type GrievanceState,
  grievances,
  invalidations,
  offices,
  posts,
  regions,
  updates,
} from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { addDays, type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";

type Place = { name: string; nameEn: string | null };

/** Something of one's own that was hidden, or a numbered act that struck one's votes. */
export interface Struck {
  subject: string;
  what: "comment" | "post" | "update" | "invalidation";
  postId: number;
  body: string | null;
  /** 第 n 号, of struck votes. */
  number: number | null;
  at: Date;
  code: string | null;
  office: Place | null;
  /** The last day on which it may be contested; null once it was, or when it no longer holds. */
  until: CivilDate | null;
  grievance: {
    state: GrievanceState;
    raisedAt: Date;
    words: string | null;
    decidedAt: Date | null;
    reason: string | null;
  } | null;
}

const most = 50;

interface Row extends Record<string, unknown> {
  subject: string;
  post_id: number;
  body: string | null;
  number: number | null;
  event_id: number;
  at: string;
  code: string | null;
  office: Place | null;
}

/** What was hidden of mine, which of my votes were struck, and what became of my contests; the newest first. */
export async function listStruck(db: Db, actor: Actor, now: Now): Promise<Struck[]> {
  authorize(actor, "flags.own");
  const personId = isPerson(actor) ? actor.id : 0;
  const rows = await db.execute<Row>(sql`
    with mine as (
      select 'comment:' || ${comments.id} as subject, ${comments.postId} as post_id, ${comments.body} as body
      from ${comments} where ${comments.authorId} = ${personId} and ${comments.hiddenAt} is not null
      union all
      select 'update:' || ${updates.id}, ${updates.postId}, ${updates.body}
      from ${updates} where ${updates.authorId} = ${personId} and ${updates.hiddenAt} is not null
      union all
      select 'post:' || ${posts.id}, ${posts.id}, ${posts.body}
      from ${posts} where ${posts.authorId} = ${personId} and ${posts.hiddenAt} is not null
      union all
      select distinct g.subject, g.post_id, coalesce(c.body, p.body) from ${grievances} g
      left join ${comments} c on g.subject = 'comment:' || c.id and c.hidden_at is null
      left join ${posts} p on g.subject = 'post:' || p.id and p.hidden_at is null
      where g.person_id = ${personId} and g.subject not like 'invalidation:%'
        and (c.id is not null or p.id is not null)
    ), acts as (
      select m.subject, m.post_id, m.body, null::int as number, e.id as event_id, e.at, e.counts->>'code' as code, e.office_id
      from mine m cross join lateral (
        select e.* from ${events} e where e.subject = m.subject and e.what like '%.hide' order by e.id desc limit 1) e
      union all
      select 'invalidation:' || ${invalidations.id}, ${invalidations.postId}, null, ${invalidations.number}, e.id, e.at,
        e.counts->>'code', e.office_id
      from ${invalidations} join ${events} e on e.id = ${invalidations.eventId}
      where ${personId} = any(${invalidations.personIds})
    )
    select a.subject, a.post_id::float8 as post_id, a.body, a.number, a.event_id::float8 as event_id, a.at, a.code,
      case when o.id is null then null else json_build_object('name', o.name, 'nameEn', o.name_en) end as office
    from acts a left join ${offices} o on o.id = a.office_id order by a.event_id desc limit ${most}`);
  const [raised, policies] = await Promise.all([ownGrievances(db, personId), readPolicies(db, now.today)]);
  return rows.map(({ subject, post_id, body, number, event_id, at, code, office }) => {
    const grievance = raised.get(event_id) ?? null;
    const last = addDays(civilDateOf(new Date(at)), policies["grievance.within"]);
    return {
      subject,
      what: subject.split(":")[0] as Struck["what"],
      postId: post_id,
      body,
      number,
      at: new Date(at),
      code,
      office,
      until: grievance || now.today > last ? null : last,
      grievance,
    };
  });
}

const said = alias(eventWords, "said");
const answered = alias(eventWords, "answered");

async function ownGrievances(db: Db, personId: number): Promise<Map<number, NonNullable<Struck["grievance"]>>> {
  const rows = await db
    .select({
      actEventId: grievances.actEventId,
      state: grievances.state,
      raisedAt: grievances.raisedAt,
      words: said.text,
      decidedAt: grievances.decidedAt,
      reason: answered.text,
    })
    .from(grievances)
    .leftJoin(said, eq(said.eventId, grievances.raisedEventId))
    .leftJoin(answered, eq(answered.eventId, grievances.decidedEventId))
    .where(eq(grievances.personId, personId))
    .orderBy(desc(grievances.id))
    .limit(2 * most);
  return new Map(rows.map(({ actEventId, ...one }) => [actEventId, one]));
}

/** A contest that waits for a decision. */
export interface OpenGrievance {
  id: number;
  subject: string;
  postId: number;
  /** What was hidden; of struck votes none. */
  body: string | null;
  number: number | null;
  code: string | null;
  office: Place | null;
  doneAt: Date;
  raisedAt: Date;
  words: string | null;
  /** False: who looks did it, or is the one it struck; another moderator decides. */
  mayDecide: boolean;
}

/** The contests that wait where this person moderates, the oldest first; their own acts too, for another to decide. */
export async function listGrievances(db: Db, actor: Actor): Promise<OpenGrievance[]> {
  authorize(actor, "moderation.desk");
  const rows = await db
    .select({
      id: grievances.id,
      subject: grievances.subject,
      postId: grievances.postId,
      body: sql<string | null>`case split_part(${grievances.subject}, ':', 1) when 'comment' then ${comments.body}
        when 'update' then ${updates.body} when 'post' then ${posts.body} end`,
      number: invalidations.number,
      code: sql<string | null>`${events.counts}->>'code'`,
      office: { name: offices.name, nameEn: offices.nameEn },
      doneAt: events.at,
      raisedAt: grievances.raisedAt,
      words: said.text,
      doneById: grievances.doneById,
      personId: grievances.personId,
      lineage: regions.lineage,
    })
    .from(grievances)
    .innerJoin(events, eq(events.id, grievances.actEventId))
    .innerJoin(posts, eq(posts.id, grievances.postId))
    .innerJoin(offices, eq(offices.id, sql`coalesce(${events.officeId}, ${posts.officeId})`))
    .innerJoin(regions, eq(regions.id, sql`(select o.region_id from offices o where o.id = ${posts.officeId})`))
    .leftJoin(said, eq(said.eventId, grievances.raisedEventId))
    .leftJoin(comments, sql`${grievances.subject} = 'comment:' || ${comments.id}`)
    .leftJoin(updates, sql`${grievances.subject} = 'update:' || ${updates.id}`)
    .leftJoin(invalidations, sql`${grievances.subject} = 'invalidation:' || ${invalidations.id}`)
    .where(
      and(
        eq(grievances.state, "raised"),
        sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "moderator"))}::bigint[]`,
      ),
    )
    .orderBy(asc(grievances.id))
    .limit(most);
  return rows.map(({ doneById, personId, lineage, ...row }) => ({
    ...row,
    mayDecide: can(actor, "grievance.decide", { lineage, doneById, personId }),
  }));
}
