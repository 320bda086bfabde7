import { and, asc, eq, exists, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, offices } from "#db/schema/index.ts";
import type { Place } from "./timeline.ts";

/** The offices that lead at least one public letter: what the list can be filtered by. */
export async function readLeadOffices(db: Db): Promise<Place[]> {
  // One look for each office, not one for each letter: there are thousands of times as many.
  const leads = db
    .select({ one: sql`1` })
    .from(letters)
    .where(and(eq(letters.leadOfficeId, offices.id), isNotNull(letters.publishedAt), isNull(letters.hiddenAt)))
    .limit(1);
  return db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(offices)
    .where(exists(leads))
    .orderBy(asc(offices.slug));
}
