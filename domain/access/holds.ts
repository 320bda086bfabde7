import type { RoleName } from "#db/schema/index.ts";
import { type Actor, isPerson } from "./actor.ts";

/** Does the actor hold this role over the region? A role on a region covers the regions below it. */
export function holdsOver(actor: Actor, role: RoleName, lineage: number[]): boolean {
  return isPerson(actor) && actor.grants.some((grant) => grant.role === role && lineage.includes(grant.regionId));
}

/** Does the actor hold this role in the office itself? */
export function holdsAt(actor: Actor, role: RoleName, officeId: number | null): boolean {
  return (
    officeId !== null &&
    isPerson(actor) &&
    actor.grants.some((grant) => grant.role === role && grant.officeId === officeId)
  );
}

/** Does the actor hold this position? */
export function holdsPosition(actor: Actor, leaderId: number | null): boolean {
  return leaderId !== null && isPerson(actor) && actor.grants.some((grant) => grant.leaderId === leaderId);
}

/** The regions over which the actor holds this role; each covers those below it. */
export function regionsHeld(actor: Actor, role: RoleName): number[] {
  return isPerson(actor) ? actor.grants.flatMap((grant) => (grant.role === role ? [grant.regionId] : [])) : [];
}

/** Does the actor hold the role anywhere? Only for what is not about one thing: a menu, a list's first filter. */
export function holds(actor: Actor, role: RoleName): boolean {
  return isPerson(actor) && actor.grants.some((grant) => grant.role === role);
}
