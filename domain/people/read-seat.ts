import { inArray } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { leaders, offices, type RoleName, regions, roleName } from "#db/schema/index.ts";
import type { Grant, Person } from "#domain/access/actor.ts";

export interface Seat {
  role: RoleName;
  /** What they sit for, in the language's own name: 市交通运输局. */
  name: string;
  nameEn: string | null;
}

/** What somebody works as and where, in the order in which roles are named: the line that tells them in which capacity they act. */
export async function readSeats(db: Db, person: Person): Promise<Seat[]> {
  const ids = (of: (grant: Grant) => number | null) => person.grants.flatMap((grant) => of(grant) ?? []);
  const [leaderRows, officeRows, regionRows] = await Promise.all([
    db
      .select()
      .from(leaders)
      .where(
        inArray(
          leaders.id,
          ids((grant) => grant.leaderId),
        ),
      ),
    db
      .select()
      .from(offices)
      .where(
        inArray(
          offices.id,
          ids((grant) => grant.officeId),
        ),
      ),
    db
      .select()
      .from(regions)
      .where(
        inArray(
          regions.id,
          ids((grant) => grant.regionId),
        ),
      ),
  ]);
  const order = (grant: Grant) => roleName.enumValues.indexOf(grant.role);
  const grants = person.grants.toSorted((one, other) => order(one) - order(other));
  return grants.map(({ role, leaderId, officeId, regionId }) => {
    const leader = leaderRows.find(({ id }) => id === leaderId);
    if (leader) return { role, name: leader.title, nameEn: leader.titleEn };
    const office = officeRows.find(({ id }) => id === officeId);
    if (office) return { role, name: office.shortName, nameEn: office.nameEn };
    const region = regionRows.find(({ id }) => id === regionId);
    return { role, name: region?.name ?? "", nameEn: region?.nameEn ?? null };
  });
}
