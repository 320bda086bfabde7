import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { events, letters, offices } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { standingAs } from "#domain/access/visibility.ts";
import type { Place } from "#domain/letters/timeline.ts";

export const refusedRatings = ["letters.ownOffice", "ratings.answeringDevice"] as const;

/** A rating that was refused because of who gave it, or from where. */
export interface RefusedRating {
  id: number;
  number: string;
  office: Place | null;
  why: (typeof refusedRatings)[number];
  at: Date;
}

const shown = 30;

/** For supervisors: the refused ratings of letters they oversee, the latest first. They are signals, not verdicts. */
export async function listRefusedRatings(db: Db, actor: Actor): Promise<RefusedRating[]> {
  authorize(actor, "call-back.list");
  const why = sql<RefusedRating["why"]>`${events.counts} ->> 'refused'`;
  return db
    .select({
      id: events.id,
      number: letters.number,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      why,
      at: events.at,
    })
    .from(events)
    .innerJoin(letters, sql`${events.subject} = 'letter:' || ${letters.id}`)
    .leftJoin(offices, eq(offices.id, letters.leadOfficeId))
    .where(and(eq(events.what, "letter.attempt"), inArray(why, [...refusedRatings]), standingAs(actor, "supervisor")))
    .orderBy(desc(events.id))
    .limit(shown);
}
