import { eq, getTableColumns } from "drizzle-orm";
import { appeals, offices, posts, regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { AppealFacts } from "#domain/access/to-appeals.ts";
import { Refusal } from "#domain/refusal.ts";

export type AppealRow = typeof appeals.$inferSelect;
export type Appeal = AppealRow & AppealFacts;

/** Locks an appeal that everybody sees, so that sums and states change one after the other. */
export async function lockAppeal(tx: Tx, postId: number): Promise<Appeal> {
  const [row] = await tx
    .select({
      appeal: getTableColumns(appeals),
      authorId: posts.authorId,
      officeId: posts.officeId,
      hiddenAt: posts.hiddenAt,
      triages: offices.triages,
      lineage: regions.lineage,
    })
    .from(appeals)
    .innerJoin(posts, eq(posts.id, appeals.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(eq(appeals.postId, postId))
    .for("update", { of: appeals });
  if (!row || row.hiddenAt) throw new Refusal("appeals.missing");
  const { appeal, hiddenAt: _, ...facts } = row;
  return { ...appeal, ...facts };
}
