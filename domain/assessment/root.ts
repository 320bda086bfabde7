import { asc, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { regions } from "#db/schema/index.ts";

/** The region that all others lie in: reports and formulas are about all of it. */
export async function rootRegion(db: Db): Promise<number> {
  const [root] = await db
    .select({ id: regions.id })
    .from(regions)
    .where(isNull(regions.parentId))
    .orderBy(asc(regions.id));
  return root?.id ?? 0;
}
