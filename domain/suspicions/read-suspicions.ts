import { and, desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  type Evidence,
  invalidations,
  leaders,
  offices,
  people,
  posts,
  regions,
  type SuspicionState,
  suspicions,
  voteStandings,
} from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { regionsHeld } from "#domain/access/holds.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Speaker } from "#domain/people/speaker.ts";

/** An account that looks organised under one post: for its moderators. */
export interface Suspicion {
  personId: number;
  nickname: string;
  verified: boolean;
  state: SuspicionState;
  evidence: Evidence;
  /** By which numbered act its votes were struck. */
  struck: number | null;
}

const most = 200;

/** The accounts that look organised under a post, those that wait for a decision first. */
export async function listSuspicions(db: Db, actor: Actor, postId: number, lineage: number[]): Promise<Suspicion[]> {
  authorize(actor, "votes.weigh", { lineage });
  return db
    .select({
      personId: suspicions.personId,
      nickname: people.nickname,
      verified: sql<boolean>`${people.verifiedAt} is not null`,
      state: suspicions.state,
      evidence: suspicions.evidence,
      struck: invalidations.number,
    })
    .from(suspicions)
    .innerJoin(people, eq(people.id, suspicions.personId))
    .leftJoin(
      voteStandings,
      and(eq(voteStandings.postId, suspicions.postId), eq(voteStandings.personId, suspicions.personId)),
    )
    .leftJoin(invalidations, eq(invalidations.id, voteStandings.invalidationId))
    .where(eq(suspicions.postId, postId))
    .orderBy(suspicions.state, suspicions.personId)
    .limit(most);
}

/** A post under which accounts look organised. */
export interface SuspectedPost {
  postId: number;
  body: string;
  speaker: Speaker;
  waiting: number;
  confirmed: number;
}

/** The posts with suspicions where this person moderates, those that wait for a decision first. */
export async function listSuspectedPosts(db: Db, actor: Actor): Promise<SuspectedPost[]> {
  authorize(actor, "moderation.desk");
  const waiting = sql<number>`count(*) filter (where ${suspicions.state} = 'suspected')::int`;
  const rows = await db
    .select({
      postId: posts.id,
      body: posts.body,
      voice: posts.voice,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      waiting,
      confirmed: sql<number>`count(*) filter (where ${suspicions.state} = 'confirmed')::int`,
    })
    .from(suspicions)
    .innerJoin(posts, eq(posts.id, suspicions.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, posts.leaderId))
    .where(sql`${regions.lineage} && ${sql.param(regionsHeld(actor, "moderator"))}::bigint[]`)
    .groupBy(posts.id, leaders.id, offices.id)
    .orderBy(sql`${waiting} desc`, desc(posts.id))
    .limit(most);
  return rows.map(({ leader, office, voice, ...row }) => ({
    ...row,
    speaker: { leader, office, nickname: null, voice },
  }));
}
