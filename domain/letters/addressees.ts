import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import type { Person } from "#domain/access/actor.ts";
import type { Named } from "./brief.ts";

export interface Place extends Named {
  slug: string;
  level: "city" | "county" | "township";
  /** The region above. */
  above: string | null;
}

export interface Addressee {
  slug: string;
  leader: { handle: string; title: string; titleEn: string | null } | null;
  office: Named & { slug: string };
  region: Named & { slug: string };
  /** What this mailbox does not take, in words. */
  declines: string | null;
}

/** Every region, the city first, each county before the townships in it. */
export async function readPlaces(db: Db): Promise<Place[]> {
  const rows = await db.select().from(regions).orderBy(asc(regions.lineage), asc(regions.id));
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return rows.map(({ slug, name, nameEn, level, parentId }) => ({
    slug,
    name,
    nameEn,
    level,
    above: parentId === null ? null : (slugs.get(parentId) ?? null),
  }));
}

/** The mailboxes that take letters: the city's before the counties', leaders' before offices'. */
export function readAddressees(db: Db): Promise<Addressee[]> {
  return readAddresseesWhere(db);
}

async function readAddresseesWhere(db: Db, where?: SQL): Promise<Addressee[]> {
  const rows = await db
    .select({
      slug: mailboxes.slug,
      handle: leaders.handle,
      title: leaders.title,
      titleEn: leaders.titleEn,
      office: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      region: { slug: regions.slug, name: regions.name, nameEn: regions.nameEn },
      declines: mailboxes.declines,
    })
    .from(mailboxes)
    .innerJoin(offices, eq(offices.id, mailboxes.officeId))
    .innerJoin(regions, eq(regions.id, offices.regionId))
    .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
    .where(and(isNull(mailboxes.closedAt), where))
    .orderBy(asc(regions.lineage), asc(isNull(mailboxes.leaderId)), asc(mailboxes.id));
  return rows.map(({ handle, title, titleEn, ...row }) => ({
    ...row,
    leader: handle === null ? null : { handle, title: title!, titleEn },
  }));
}

/** The mailboxes that a person keeps: in them they may write down what somebody else says. */
export async function readKeptMailboxes(db: Db, person: Person): Promise<Addressee[]> {
  const own = person.grants.flatMap(({ role, officeId }) =>
    role === "operator" && officeId !== null ? [officeId] : [],
  );
  return own.length === 0 ? [] : readAddresseesWhere(db, inArray(mailboxes.officeId, own));
}

/** Whom an accusation can name: every position and office, also one that has no mailbox. */
export async function readAccusable(db: Db) {
  const [positions, units] = await Promise.all([
    db
      .select({ handle: leaders.handle, title: leaders.title, titleEn: leaders.titleEn })
      .from(leaders)
      .where(isNull(leaders.closedAt))
      .orderBy(asc(leaders.id)),
    db
      .select({ slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
      .from(offices)
      .where(isNull(offices.closedAt))
      .orderBy(asc(offices.id)),
  ]);
  return { leaders: positions, offices: units };
}
