import { and, arrayOverlaps, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { regionsOf } from "./read-staff.ts";

type RegionRow = typeof regions.$inferSelect;
type OfficeRow = typeof offices.$inferSelect;
type LeaderRow = typeof leaders.$inferSelect;
type MailboxRow = typeof mailboxes.$inferSelect;

export interface OfficeWithin extends OfficeRow {
  leaders: LeaderRow[];
  mailboxes: MailboxRow[];
}

export interface RegionWithin extends RegionRow {
  offices: OfficeWithin[];
}

/** Regions one administers with their open offices, positions and mailboxes: a region before those below it. */
export async function readStructure(db: Db, actor: Actor): Promise<RegionWithin[]> {
  const mine = arrayOverlaps(regions.lineage, regionsOf(actor));
  const [regionRows, officeRows, leaderRows, mailboxRows] = await Promise.all([
    db.select().from(regions).where(mine).orderBy(asc(regions.lineage)),
    db
      .select({ row: offices })
      .from(offices)
      .innerJoin(regions, eq(regions.id, offices.regionId))
      .where(and(mine, isNull(offices.closedAt)))
      .orderBy(asc(offices.id)),
    db.select().from(leaders).where(isNull(leaders.closedAt)).orderBy(asc(leaders.id)),
    db.select().from(mailboxes).where(isNull(mailboxes.closedAt)).orderBy(asc(mailboxes.id)),
  ]);
  const leadersOf = Map.groupBy(leaderRows, ({ officeId }) => officeId);
  const mailboxesOf = Map.groupBy(mailboxRows, ({ officeId }) => officeId);
  const officesOf = Map.groupBy(officeRows, ({ row }) => row.regionId);
  return regionRows.map((region) => ({
    ...region,
    offices: (officesOf.get(region.id) ?? []).map(({ row }) => ({
      ...row,
      leaders: leadersOf.get(row.id) ?? [],
      mailboxes: mailboxesOf.get(row.id) ?? [],
    })),
  }));
}
