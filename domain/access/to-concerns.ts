import { type Actor, type Grant, isPerson } from "./actor.ts";
import { holds } from "./holds.ts";

const warned: readonly Grant["role"][] = ["leader", "supervisor"];

/** As what somebody is warned of what gathers in a region: as one of its leaders or supervisors, or of a region above. */
export function warnedAs(actor: Actor, lineage: number[]): Grant | null {
  const held = isPerson(actor) ? actor.grants.filter(({ role, officeId }) => warned.includes(role) && officeId) : [];
  return (
    held
      .filter(({ regionId }) => lineage.includes(regionId))
      .sort((a, b) => lineage.indexOf(b.regionId) - lineage.indexOf(a.regionId))[0] ?? null
  );
}

export const toConcerns = {
  /** The list of warnings: for whoever is warned of anything. */
  "warnings.list": (actor: Actor) => warned.some((role) => holds(actor, role)),
  /** Seeing a warning, taking note of it and calling it a false alarm, each for one's own plate. */
  "concern.judge": (actor: Actor, lineage: number[]) => warnedAs(actor, lineage) !== null,
};
