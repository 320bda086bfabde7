import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, owedAnswers } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { type Light, type LitClock, lightOf } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";
import type { Speaker } from "#domain/people/speaker.ts";

/** An answer that is or was owed, as everybody sees it. */
export interface OwedAnswer {
  postId: number;
  /** Null: it is owed for the story itself. */
  commentId: number | null;
  /** Who owes it. */
  by: Pick<Speaker, "leader" | "office">;
  dueOn: CivilDate;
  startedAt: Date;
  stoppedAt: Date | null;
  /** Shown as 如何算出. */
  working: Working;
  light: Light;
}

/** What is owed under these posts, the oldest first, with its lights. */
export async function readOwedUnder(db: Db, postIds: number[], now: Now): Promise<OwedAnswer[]> {
  if (postIds.length === 0) return [];
  const rows = await db
    .select({
      owed: owedAnswers,
      leader: { handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn },
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
    })
    .from(owedAnswers)
    .innerJoin(offices, eq(offices.id, owedAnswers.officeId))
    .leftJoin(leaders, eq(leaders.id, owedAnswers.leaderId))
    .where(inArray(owedAnswers.postId, postIds))
    .orderBy(asc(owedAnswers.id));
  return rows.map(({ owed, leader, office }) => {
    const working = owed.working as Working;
    return {
      postId: owed.postId,
      commentId: owed.commentId,
      by: { leader, office },
      dueOn: working.dueOn,
      startedAt: owed.startedAt,
      stoppedAt: owed.stoppedAt,
      working,
      light: lightOf({ ...owed, working } as LitClock, now),
    };
  });
}
