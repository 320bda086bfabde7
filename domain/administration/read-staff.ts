import { and, arrayOverlaps, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, people, type RoleName, regions, roles, staffCredentials } from "#db/schema/index.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { Refusal } from "#domain/refusal.ts";

export interface HeldRole {
  id: number;
  role: RoleName;
  /** "office:jiaotong" and how it is called. */
  scope: string;
  name: string;
  nameEn: string | null;
  lineage: number[];
  /** Whether the reader may take it back. */
  mine: boolean;
}

export interface Staff {
  id: number;
  nickname: string;
  /** They have chosen name and password; false: the invitation waits. */
  signsIn: boolean;
  roles: HeldRole[];
}

/** The desks that hold a role in one's regions, with everything they hold. No real names: this page has none. */
export async function readStaff(db: Db, actor: Actor): Promise<Staff[]> {
  const mine = regionsOf(actor);
  const here = db
    .select({ id: roles.personId })
    .from(roles)
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .leftJoin(offices, eq(offices.id, sql`coalesce(${roles.officeId}, ${leaders.officeId})`))
    .innerJoin(regions, eq(regions.id, sql`coalesce(${roles.regionId}, ${offices.regionId})`))
    .where(and(isNull(roles.revokedAt), arrayOverlaps(regions.lineage, mine)));
  const rows = await db
    .select({
      id: people.id,
      nickname: people.nickname,
      signsIn: sql<boolean>`${staffCredentials.personId} is not null or ${people.demo}`,
      roleId: roles.id,
      role: roles.role,
      leader: leaders.handle,
      title: leaders.title,
      titleEn: leaders.titleEn,
      officeId: roles.officeId,
      office: offices.slug,
      officeName: offices.shortName,
      officeNameEn: offices.nameEn,
      region: regions.slug,
      regionName: regions.name,
      regionNameEn: regions.nameEn,
      lineage: regions.lineage,
    })
    .from(people)
    .innerJoin(roles, and(eq(roles.personId, people.id), isNull(roles.revokedAt)))
    .leftJoin(staffCredentials, eq(staffCredentials.personId, people.id))
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .leftJoin(offices, eq(offices.id, sql`coalesce(${roles.officeId}, ${leaders.officeId})`))
    .innerJoin(regions, eq(regions.id, sql`coalesce(${roles.regionId}, ${offices.regionId})`))
    .where(
      and(
        eq(people.kind, "staff"),
        eq(people.historical, false),
        isNull(people.closedAt),
        sql`${people.id} in ${here}`,
      ),
    )
    .orderBy(asc(people.nickname), asc(roles.id))
    .limit(2_000);
  const desks = new Map<number, Staff>();
  for (const row of rows) {
    const desk = desks.get(row.id) ?? { id: row.id, nickname: row.nickname, signsIn: row.signsIn, roles: [] };
    desks.set(row.id, desk);
    const on = row.leader
      ? { scope: `leader:${row.leader}`, name: row.title ?? "", nameEn: row.titleEn }
      : row.officeId
        ? { scope: `office:${row.office}`, name: row.officeName ?? "", nameEn: row.officeNameEn }
        : { scope: `region:${row.region}`, name: row.regionName, nameEn: row.regionNameEn };
    const mayRevoke = can(actor, "region.administer", row);
    desk.roles.push({ id: row.roleId, role: row.role, ...on, lineage: row.lineage, mine: mayRevoke });
  }
  return [...desks.values()];
}

/** The regions somebody administers; everything below them is theirs too. Nobody else reads these pages. */
export function regionsOf(actor: Actor): number[] {
  const held = isPerson(actor) ? actor.grants.filter((grant) => grant.role === "administrator") : [];
  if (held.length === 0) throw new Refusal(isPerson(actor) ? "forbidden" : "signInFirst");
  return held.map((grant) => grant.regionId);
}
