import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  type AppealReportReason,
  type AppealState,
  appealReports,
  appeals,
  offices,
  people,
  posts,
  regions,
} from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { appealsOverseen, appealsToVerify } from "#domain/access/appeals-visible.ts";

/** An appeal in a list of the desk. */
export interface DeskAppeal {
  postId: number;
  state: AppealState;
  at: Date;
  demo: boolean;
  body: string;
  nickname: string;
  beneficiary: string;
  goal: number | null;
  pledged: number;
  handedOver: number;
  office: { name: string; nameEn: string | null };
}

export const deskPage = 30;

/** What one's own office is asked to look into, the oldest first: nobody waits longer because somebody came after them. */
export async function listToVerify(
  db: Db,
  actor: Actor,
  after?: number,
): Promise<{ appeals: DeskAppeal[]; next: number | null }> {
  const rows = await selectDesk(db)
    .where(
      and(
        appealsToVerify(actor),
        eq(appeals.state, "raised"),
        isNull(posts.hiddenAt),
        after ? gt(posts.id, after) : undefined,
      ),
    )
    .orderBy(asc(posts.id))
    .limit(deskPage + 1);
  const page = rows.slice(0, deskPage);
  return { appeals: page, next: rows.length > deskPage ? page.at(-1)!.postId : null };
}

/** What one's own office has confirmed and nobody has closed: its hand-overs and its end are still to come. */
export function listConfirmed(db: Db, actor: Actor): Promise<DeskAppeal[]> {
  return selectDesk(db)
    .where(and(appealsToVerify(actor), inArray(appeals.state, ["verified", "suspended"]), isNull(posts.hiddenAt)))
    .orderBy(asc(posts.id))
    .limit(deskPage);
}

/** A report that nobody has decided yet. Who reported is not told. */
export interface OpenReport {
  id: number;
  postId: number;
  reason: AppealReportReason;
  words: string;
  at: Date;
  body: string;
  nickname: string;
}

/** Reports of misuse for who looks into them in the region, the oldest first. */
export function listOpenReports(db: Db, actor: Actor, postId?: number): Promise<OpenReport[]> {
  return db
    .select({
      id: appealReports.id,
      postId: appealReports.postId,
      reason: appealReports.reason,
      words: appealReports.words,
      at: appealReports.at,
      body: posts.body,
      nickname: people.nickname,
    })
    .from(appealReports)
    .innerJoin(posts, eq(posts.id, appealReports.postId))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(
      and(isNull(appealReports.outcome), appealsOverseen(actor), postId ? eq(appealReports.postId, postId) : undefined),
    )
    .orderBy(asc(appealReports.id))
    .limit(deskPage);
}

const selectDesk = (db: Db) =>
  db
    .select({
      postId: posts.id,
      state: appeals.state,
      at: posts.createdAt,
      demo: posts.demo,
      body: posts.body,
      nickname: people.nickname,
      beneficiary: appeals.beneficiary,
      goal: appeals.goal,
      pledged: appeals.pledged,
      handedOver: appeals.handedOver,
      office: { name: offices.name, nameEn: offices.nameEn },
    })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .innerJoin(people, eq(people.id, posts.authorId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .$dynamic();
