import { and, asc, eq, getTableColumns, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { appeals, offices, pledges, posts, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPost } from "#domain/posts/read-post.ts";
import type { ShownPost } from "#domain/posts/shown.ts";
import { listOpenReports, type OpenReport } from "./desk-appeals.ts";
import { mayBeTakenBack } from "./pledge.ts";
import { type AppealStep, appealSteps, rowOf } from "./steps.ts";

export interface OwnPledge {
  id: number;
  amount: number | null;
  amountHidden: boolean;
  things: string | null;
  at: Date;
  mayBeTakenBack: boolean;
}

/** An appeal as somebody who can do something about it sees it. */
export interface AppealFor {
  post: ShownPost;
  /** What they may do now. */
  may: AppealStep[];
  mayReport: boolean;
  pledges: OwnPledge[];
  reports: OpenReport[];
}

/** An appeal with what is this person's: the steps open to them, their own promises, and reports they decide. */
export async function readAppealFor(db: Db, actor: Actor, postId: number, now: Now): Promise<AppealFor | null> {
  const [row] = await db
    .select({
      ...getTableColumns(appeals),
      authorId: posts.authorId,
      officeId: posts.officeId,
      triages: offices.triages,
      lineage: regions.lineage,
    })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(appeals.postId, postId));
  if (!row) return null;
  const read = await readPost(db, postId, now);
  if (!read?.post) return null;
  const [own, reports] = await Promise.all([
    isPerson(actor) ? readOwnPledges(db, actor.id, postId) : [],
    can(actor, "appeal.oversee", row) ? listOpenReports(db, actor, postId) : [],
  ]);
  return {
    post: read.post,
    may: (Object.keys(appealSteps) as AppealStep[]).filter(
      (step) => rowOf(step).from.includes(row.state) && can(actor, "appeal.step", { appeal: row, step }),
    ),
    mayReport: can(actor, "appeal.report"),
    pledges: own.map((pledge) => ({ ...pledge, mayBeTakenBack: mayBeTakenBack(pledge, row) })),
    reports,
  };
}

const readOwnPledges = (db: Db, personId: number, postId: number) =>
  db
    .select({
      id: pledges.id,
      amount: pledges.amount,
      amountHidden: pledges.amountHidden,
      things: pledges.things,
      at: pledges.at,
    })
    .from(pledges)
    .where(and(eq(pledges.personId, personId), eq(pledges.postId, postId), isNull(pledges.withdrawnAt)))
    .orderBy(asc(pledges.id));
