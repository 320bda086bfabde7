import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { offices, regions } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";

/** An office that can be asked whether help is needed: it settles in its region who handles what, and knows whom to ask. */
export interface Verifier {
  slug: string;
  name: string;
  nameEn: string | null;
  region: { slug: string; name: string; nameEn: string | null };
}

/** Whoever can be asked, the city's first. */
export function readVerifiers(db: Db): Promise<Verifier[]> {
  return select(db).where(canBeAsked).orderBy(asc(regions.lineage), asc(offices.id));
}

/** The office asked about a place: the one chosen, where it is of the place or above it; else the nearest. */
export async function findVerifier(db: Db, lineage: number[], slug: string): Promise<{ id: number; slug: string }> {
  const nearness = sql`array_position(${sql.param(lineage)}::bigint[], ${offices.regionId})`;
  const chosen: SQL | undefined = slug === "" ? undefined : eq(offices.slug, slug);
  const [office] = await db
    .select({ id: offices.id, slug: offices.slug })
    .from(offices)
    .where(and(canBeAsked, sql`${nearness} is not null`, chosen))
    .orderBy(desc(nearness), asc(offices.id))
    .limit(1);
  if (!office) throw new Refusal("appeals.noSuchVerifier");
  return office;
}

const canBeAsked = and(offices.triages, isNull(offices.closedAt));

const select = (db: Db) =>
  db
    .select({
      slug: offices.slug,
      name: offices.name,
      nameEn: offices.nameEn,
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
    })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId));
