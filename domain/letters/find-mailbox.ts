import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import { Refusal } from "#domain/refusal.ts";

export interface Mailbox {
  id: number;
  slug: string;
  officeId: number;
  leaderId: number | null;
  regionId: number;
}

/** The mailbox a writer chose. One that is closed takes no letters; one that never was is not found. */
export async function findMailbox(db: Db, slug: string): Promise<Mailbox> {
  const [mailbox] = await selectMailboxes(db).where(eq(mailboxes.slug, slug));
  if (!mailbox) throw new Refusal("letters.mailboxMissing");
  if (mailbox.closedAt) throw new Refusal("letters.mailboxClosed");
  return mailbox;
}

/** 不知道选谁: the mailbox of an office that triages, in the region concerned or the nearest above; else its oldest. */
export async function findMailboxFor(db: Db, lineage: number[]): Promise<Mailbox> {
  const nearness = sql`array_position(${sql.param(lineage)}::bigint[], ${offices.regionId})`;
  const [mailbox] = await selectMailboxes(db)
    .where(and(isNull(mailboxes.closedAt), sql`${nearness} is not null`))
    .orderBy(desc(offices.triages), desc(nearness), asc(mailboxes.id))
    .limit(1);
  if (!mailbox) throw new Refusal("letters.mailboxMissing");
  return mailbox;
}

const selectMailboxes = (db: Db) =>
  db
    .select({
      id: mailboxes.id,
      slug: mailboxes.slug,
      officeId: mailboxes.officeId,
      leaderId: mailboxes.leaderId,
      regionId: offices.regionId,
      closedAt: mailboxes.closedAt,
    })
    .from(mailboxes)
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    // Whoever closes it at this moment comes before this or after it.
    .for("share", { of: mailboxes })
    .$dynamic();

/** The region a letter is about. */
export async function findRegion(db: Db, slug: string): Promise<{ id: number; lineage: number[] }> {
  const [region] = await db
    .select({ id: regions.id, lineage: regions.lineage })
    .from(regions)
    .where(slug ? eq(regions.slug, slug) : isNull(regions.parentId))
    .orderBy(asc(regions.id))
    .limit(1);
  if (!region) throw new Refusal("letters.regionMissing");
  return region;
}

export interface Accused {
  accusedOfficeId: number | null;
  accusedLeaderId: number | null;
}

/** Whom an accusation is about. A leader's own office serves them: it is kept away with them. */
export async function findAccused(db: Db, office: string, leader: string): Promise<Accused> {
  const [position] = leader
    ? await db.select({ id: leaders.id, officeId: leaders.officeId }).from(leaders).where(eq(leaders.handle, leader))
    : [];
  const [unit] = office ? await db.select({ id: offices.id }).from(offices).where(eq(offices.slug, office)) : [];
  if ((leader && !position) || (office && !unit)) throw new Refusal("letters.accusedMissing");
  return { accusedOfficeId: unit?.id ?? position?.officeId ?? null, accusedLeaderId: position?.id ?? null };
}

/** An accusation must not be laid on the desk of whom it accuses. */
export function refuseAccusedMailbox(mailbox: Mailbox, { accusedOfficeId, accusedLeaderId }: Accused): void {
  const own =
    (accusedOfficeId !== null && mailbox.officeId === accusedOfficeId) ||
    (accusedLeaderId !== null && mailbox.leaderId === accusedLeaderId);
  if (own) throw new Refusal("letters.accusedMailbox");
}
