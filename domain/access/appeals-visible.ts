import { inArray, type SQL, sql } from "drizzle-orm";
import { offices, posts, type RoleName, regions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "./actor.ts";

/**
 * The same answers as `to-appeals.ts`, as conditions on an appeal's post joined with the asked office and its region; a
 * test compares the two.
 */

const grants = (actor: Actor, ...held: RoleName[]) =>
  isPerson(actor) ? actor.grants.filter(({ role }) => held.includes(role)) : [];

const either = (conditions: SQL[]): SQL =>
  conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;

/** Appeals that the actor's own office is asked to verify. */
export function appealsToVerify(actor: Actor): SQL {
  const own = grants(actor, "operator", "handler").flatMap(({ officeId }) => officeId ?? []);
  const triaged = grants(actor, "triage").map(({ regionId }) => regionId);
  return either([inArray(posts.officeId, own), sql`(${offices.triages} and ${inArray(offices.regionId, triaged)})`]);
}

/** Appeals into whose misuse the actor looks. */
export function appealsOverseen(actor: Actor): SQL {
  const covers = (regionId: number) => sql`${regionId}::bigint = any(${regions.lineage})`;
  return either([
    ...grants(actor, "moderator").map(({ regionId }) => covers(regionId)),
    ...grants(actor, "supervisor").map(
      ({ regionId, officeId }) => sql`(${covers(regionId)} and ${posts.officeId} is distinct from ${officeId}::bigint)`,
    ),
  ]);
}
