import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { letters, offices } from "#db/schema/index.ts";
import type { Place } from "./timeline.ts";

/** The offices that lead at least one public letter: what the list can be filtered by. */
export async function readLeadOffices(db: Db): Promise<Place[]> {
  return db
    .selectDistinct({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(letters)
    .innerJoin(offices, eq(offices.id, letters.leadOfficeId))
    .where(and(isNotNull(letters.publishedAt), isNull(letters.hiddenAt)))
    .orderBy(asc(offices.slug));
}
