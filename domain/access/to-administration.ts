import type { Actor } from "./actor.ts";
import { holdsOver } from "./holds.ts";

/** Offices, mailboxes and roles of a region and those below it. */
export const toAdministration = {
  "region.administer": (actor: Actor, region: { lineage: number[] }) =>
    holdsOver(actor, "administrator", region.lineage),
};
