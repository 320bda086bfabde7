import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, people, type RoleName, regions, roles } from "#db/schema/index.ts";
import { prepared } from "#db/transact.ts";

/** A role held today. Leaders carry the office of their position; every grant carries the region it stands in. */
export interface Grant {
  role: RoleName;
  leaderId: number | null;
  officeId: number | null;
  regionId: number;
}

export interface Person {
  kind: "person";
  id: number;
  nickname: string;
  staff: boolean;
  verified: boolean;
  grants: Grant[];
}

/** Who is asking: a person with roles read fresh, the timetable, or nobody. */
export type Actor = Person | { kind: "clock" } | { kind: "nobody" };

export const clock: Actor = { kind: "clock" };
export const nobody: Actor = { kind: "nobody" };

export function isPerson(actor: Actor): actor is Person {
  return actor.kind === "person";
}

/** Reads a person with the roles they hold now; never from a session, which holds only an id. */
export async function readPerson(db: Db, personId: number): Promise<Person | null> {
  const rows = await prepared(db, personWithRoles).execute({ personId });
  const first = rows[0];
  if (!first) return null;
  return {
    kind: "person",
    id: first.id,
    nickname: first.nickname,
    staff: first.kind === "staff",
    verified: first.verifiedAt !== null,
    grants: rows.flatMap((row) => (row.role && row.regionId !== null ? [grantOf(row as GrantRow)] : [])),
  };
}

type GrantRow = { role: RoleName; leaderId: number | null; officeId: number | null; regionId: number };
const grantOf = ({ role, leaderId, officeId, regionId }: GrantRow): Grant => ({ role, leaderId, officeId, regionId });

const personWithRoles = (db: Db) =>
  db
    .select({
      id: people.id,
      nickname: people.nickname,
      kind: people.kind,
      verifiedAt: people.verifiedAt,
      role: roles.role,
      leaderId: roles.leaderId,
      officeId: offices.id,
      regionId: regions.id,
    })
    .from(people)
    .leftJoin(roles, and(eq(roles.personId, people.id), isNull(roles.revokedAt)))
    .leftJoin(leaders, eq(leaders.id, roles.leaderId))
    .leftJoin(offices, sql`${offices.id} = coalesce(${roles.officeId}, ${leaders.officeId})`)
    .leftJoin(regions, sql`${regions.id} = coalesce(${roles.regionId}, ${offices.regionId})`)
    .where(and(eq(people.id, sql.placeholder("personId")), isNull(people.closedAt)))
    .prepare("person_with_roles");
