import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import { instant } from "#test/on.ts";

type Region = typeof regions.$inferSelect;
type Office = typeof offices.$inferSelect;
type Leader = typeof leaders.$inferSelect;
type Mailbox = typeof mailboxes.$inferSelect;

/** A name that no other row has. */
export const fresh = (name: string) => `${name}-${randomBytes(5).toString("hex")}`;

const longAgo = instant("2008-12-01");

/** A city, or a county or township below the given region. */
export async function makeRegion(db: Db, below?: Region): Promise<Region> {
  const slug = fresh("region");
  const level = below ? (below.level === "city" ? "county" : "township") : "city";
  const [row] = await db
    .insert(regions)
    .values({ slug, name: slug, level, parentId: below?.id ?? null, lineage: [] })
    .returning();
  const [region] = await db
    .update(regions)
    .set({ lineage: [...(below?.lineage ?? []), row!.id] })
    .where(eq(regions.id, row!.id))
    .returning();
  return region!;
}

export async function makeOffice(db: Db, given: Partial<typeof offices.$inferInsert> = {}): Promise<Office> {
  const slug = fresh("office");
  const regionId = given.regionId ?? (await makeRegion(db)).id;
  const [office] = await db
    .insert(offices)
    .values({ slug, name: slug, shortName: slug, createdAt: longAgo, ...given, regionId })
    .returning();
  return office!;
}

export async function makeLeader(db: Db, given: Partial<typeof leaders.$inferInsert> = {}): Promise<Leader> {
  const handle = fresh("leader");
  const officeId = given.officeId ?? (await makeOffice(db)).id;
  const [leader] = await db
    .insert(leaders)
    .values({ handle, title: handle, openedOn: "2008-12-01", ...given, officeId })
    .returning();
  return leader!;
}

/** An office's mailbox; with `leaderId` that leader's, kept by the leader's office. */
export async function makeMailbox(db: Db, given: Partial<typeof mailboxes.$inferInsert> = {}): Promise<Mailbox> {
  const officeId = given.officeId ?? (await officeOfLeader(db, given.leaderId)) ?? (await makeOffice(db)).id;
  const [mailbox] = await db
    .insert(mailboxes)
    .values({ slug: fresh("mailbox"), createdAt: longAgo, ...given, officeId })
    .returning();
  return mailbox!;
}

async function officeOfLeader(db: Db, leaderId: number | null | undefined): Promise<number | undefined> {
  if (!leaderId) return undefined;
  const [leader] = await db.select({ officeId: leaders.officeId }).from(leaders).where(eq(leaders.id, leaderId));
  return leader?.officeId;
}
