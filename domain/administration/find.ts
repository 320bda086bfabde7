import { and, eq, isNull } from "drizzle-orm";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";

/** What an administrator names in a form. Locked, so that two administrators do not change the same thing at once. */

export async function findRegion(tx: Tx, slug: string) {
  const [region] = await tx.select().from(regions).where(eq(regions.slug, slug)).for("update");
  if (!region) throw new Refusal("administration.noSuchRegion");
  return region;
}

export async function findOffice(tx: Tx, slug: string) {
  const [found] = await tx
    .select({ office: offices, region: regions })
    .from(offices)
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(offices.slug, slug), isNull(offices.closedAt)))
    .for("update", { of: offices });
  if (!found) throw new Refusal("administration.noSuchOffice");
  return found;
}

export async function findLeader(tx: Tx, handle: string) {
  const [found] = await tx
    .select({ leader: leaders, office: offices, region: regions })
    .from(leaders)
    .innerJoin(offices, eq(offices.id, leaders.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(leaders.handle, handle), isNull(leaders.closedAt)))
    .for("update", { of: leaders });
  if (!found) throw new Refusal("administration.noSuchLeader");
  return found;
}

export async function findMailbox(tx: Tx, slug: string) {
  const [found] = await tx
    .select({ mailbox: mailboxes, office: offices, region: regions })
    .from(mailboxes)
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .where(and(eq(mailboxes.slug, slug), isNull(mailboxes.closedAt)))
    .for("update", { of: mailboxes });
  if (!found) throw new Refusal("administration.noSuchMailbox");
  return found;
}
