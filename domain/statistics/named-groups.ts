import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, mailboxes, offices, regions } from "#db/schema/index.ts";
import { isDistrict } from "./city-proper.ts";
import type { Grouping } from "./figures.ts";
import type { Scope } from "./scope.ts";

/** Who or what a row of figures is about. Kinds, levels and months are their own names. */
export interface GroupName {
  key: string;
  /** What stands in the address to see this one alone. */
  slug: string;
  name: string;
  nameEn: string | null;
}

type Read = (db: Db, ids: number[]) => Promise<GroupName[]>;

const readers: Partial<Record<Grouping, Read>> = {
  /** A leader's mailbox has the leader's title. */
  mailbox: (db, ids) =>
    db
      .select({
        key: sql<string>`${mailboxes.id}::text`,
        slug: mailboxes.slug,
        name: sql<string>`coalesce(${leaders.title}, ${offices.name})`,
        nameEn: sql<string | null>`case when ${leaders.id} is null then ${offices.nameEn} else ${leaders.titleEn} end`,
      })
      .from(mailboxes)
      .innerJoin(offices, eq(offices.id, mailboxes.officeId))
      .leftJoin(leaders, eq(leaders.id, mailboxes.leaderId))
      .where(inArray(mailboxes.id, ids)),
  leader: (db, ids) =>
    db
      .select({
        key: sql<string>`${leaders.id}::text`,
        slug: leaders.handle,
        name: leaders.title,
        nameEn: leaders.titleEn,
      })
      .from(leaders)
      .where(inArray(leaders.id, ids)),
  office: (db, ids) =>
    db
      .select({ key: sql<string>`${offices.id}::text`, slug: offices.slug, name: offices.name, nameEn: offices.nameEn })
      .from(offices)
      .where(inArray(offices.id, ids)),
};

/** The names of these groups, by key. */
export async function nameGroups(db: Db, group: Grouping, keys: readonly string[]): Promise<Map<string, GroupName>> {
  const read = readers[group];
  if (!read) return new Map(keys.map((key) => [key, { key, slug: key, name: key, nameEn: null }]));
  if (keys.length === 0) return new Map();
  return new Map((await read(db, keys.map(Number))).map((named) => [named.key, named]));
}

/** The one mailbox, office or leader that a scope names; null where it names none, or none that there is. */
export async function nameScope(db: Db, { mailbox, office, leader }: Scope): Promise<GroupName | null> {
  const [group, slug] = mailbox
    ? (["mailbox", mailbox] as const)
    : office
      ? (["office", office] as const)
      : (["leader", leader] as const);
  if (!slug) return null;
  const table = { mailbox: mailboxes, office: offices, leader: leaders }[group];
  const column = { mailbox: mailboxes.slug, office: offices.slug, leader: leaders.handle }[group];
  const [found] = await db.select({ id: table.id }).from(table).where(eq(column, slug));
  return found ? ((await nameGroups(db, group, [String(found.id)])).get(String(found.id)) ?? null) : null;
}

interface County {
  key: string;
  slug: string;
  name: string;
  nameEn: string | null;
  /** The city as a whole. */
  root: boolean;
  /** Counted with the city itself. */
  proper: boolean;
}

/** The city and its counties, in the order of the administrative divisions. */
export async function readCounties(db: Db): Promise<County[]> {
  const rows = await db
    .select({ id: regions.id, slug: regions.slug, name: regions.name, nameEn: regions.nameEn, level: regions.level })
    .from(regions)
    .where(inArray(regions.level, ["city", "county"]))
    .orderBy(asc(regions.id));
  return rows.map(({ id, level, ...named }) => ({
    ...named,
    key: String(id),
    root: level === "city",
    proper: level === "city" || isDistrict(named.name),
  }));
}
