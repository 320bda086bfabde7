import { eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { mentions } from "#db/schema/index.ts";
import { type Actor, isPerson } from "./actor.ts";

const idsOf = (ids: (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))];

/** Of oneself. */
export const mentionsOfPerson = (actor: Actor): SQL => (isPerson(actor) ? eq(mentions.personId, actor.id) : sql`false`);

/** Of the positions that somebody holds, and of the offices that they work in. */
export function mentionsOfDesk(actor: Actor): SQL {
  const grants = isPerson(actor) ? actor.grants : [];
  const [leaderIds, officeIds] = [idsOf(grants.map((one) => one.leaderId)), idsOf(grants.map((one) => one.officeId))];
  return (
    or(
      leaderIds.length > 0 ? inArray(mentions.leaderId, leaderIds) : undefined,
      officeIds.length > 0 ? inArray(mentions.officeId, officeIds) : undefined,
    ) ?? sql`false`
  );
}
