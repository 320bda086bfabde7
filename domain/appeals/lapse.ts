import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { appeals, pledges, updates } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { lockAppeal } from "./appeal.ts";
import { takeAppealStep } from "./take-step.ts";

/** Half a year in which nothing was promised, handed over or told. */
export const silentDays = 180;

/**
 * The timetable: an appeal that nobody carries on takes no promises for ever. It ends without a report, and says so. How
 * many ended.
 */
export async function lapseAppeals(db: Db, now: Now): Promise<number> {
  const since = new Date(now.at.getTime() - silentDays * 86_400_000).toISOString();
  const silent = and(inArray(appeals.state, ["verified", "suspended"]), sql`${lastSign} <= ${since}::timestamptz`);
  const found = await db
    .select({ postId: appeals.postId })
    .from(appeals)
    .where(silent)
    .orderBy(asc(appeals.postId))
    .limit(100);
  let lapsed = 0;
  for (const { postId } of found) {
    await transact(db, async (tx) => {
      await lockAppeal(tx, postId);
      // Somebody has given or closed it meanwhile.
      const [still] = await tx
        .select({ postId: appeals.postId })
        .from(appeals)
        .where(and(eq(appeals.postId, postId), silent));
      if (!still) return;
      await takeAppealStep(tx, clock, postId, "lapse", now, () => ({ set: { closingReport: "" } }));
      lapsed += 1;
    });
  }
  return lapsed;
}

const lastSign = sql`greatest(${appeals.verifiedAt}, ${appeals.suspendedAt},
  (select max(p.at) from ${pledges} p where p.post_id = ${appeals.postId}),
  (select max(u.at) from ${updates} u where u.post_id = ${appeals.postId}))`;
