import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, owedAnswers } from "#db/schema/index.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import { type Light, type LitClock, lightOf, nextChange } from "#domain/calendar/light.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/working.ts";
import type { Speaker } from "#domain/people/speaker.ts";

/** The date of an answer that is or was owed, as everybody sees it. */
export interface OwedDate {
  dueOn: CivilDate;
  startedAt: Date;
  dueAt: Date;
  stoppedAt: Date | null;
  /** Shown as 如何算出, counted up to this day. */
  working: Working;
  today: CivilDate;
  light: Light;
  /** The next instant at which it reads differently though nothing has happened. */
  changesAt: Date | null;
}

export interface OwedAnswer extends OwedDate {
  postId: number;
  /** Null: it is owed for the story itself. */
  commentId: number | null;
  /** Who owes it. */
  by: Pick<Speaker, "leader" | "office">;
}

export function dateOf(owed: typeof owedAnswers.$inferSelect, now: Now): OwedDate {
  const { startedAt, dueAt, stoppedAt } = owed;
  const clock = owed as LitClock;
  const working = owed.working as Working;
  return {
    dueOn: working.dueOn,
    startedAt,
    dueAt,
    stoppedAt,
    working,
    today: now.today,
    light: lightOf(clock, now),
    changesAt: nextChange(clock, now),
  };
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
  return rows.map(({ owed, leader, office }) => ({
    ...dateOf(owed, now),
    postId: owed.postId,
    commentId: owed.commentId,
    by: { leader, office },
  }));
}
