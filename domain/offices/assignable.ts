import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, regions } from "#db/schema/index.ts";
import { initialsOf } from "./initials.ts";

export interface AssignableOffice {
  slug: string;
  name: string;
  nameEn: string | null;
  /** First letters in pinyin: by them it is found. */
  initials: string;
}

/** Offices that can lead or assist, the city's first. An accusation's accused (by its slug) is not among them. */
export async function readAssignable(db: Db, accused: string | null): Promise<AssignableOffice[]> {
  const rows = await db
    .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(isNull(offices.closedAt), accused === null ? undefined : ne(offices.slug, accused)))
    .orderBy(asc(regions.lineage), asc(offices.id));
  return rows.map((row) => ({ ...row, initials: initialsOf(row.name) }));
}
