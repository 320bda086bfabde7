import { inArray, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { answeringDevices, ratingLinks } from "#db/schema/index.ts";
import type { Now } from "#domain/calendar/now.ts";

/** For the timetable: once nobody can rate an answer any more, from where it was sent is nobody's business either. */
export async function forgetRatingLinks(db: Db, now: Now): Promise<void> {
  const gone = await db
    .delete(ratingLinks)
    .where(lte(ratingLinks.expiresAt, new Date(now.at.getTime() - keptDays * 86_400_000)))
    .returning({ letterId: ratingLinks.letterId });
  const letterIds = gone.map(({ letterId }) => letterId);
  if (letterIds.length > 0) await db.delete(answeringDevices).where(inArray(answeringDevices.letterId, letterIds));
}

/** A while after its end a link still says that it is over instead of being unknown. */
const keptDays = 90;
