import type { Actor } from "./actor.ts";
import { holdsOver } from "./holds.ts";

/** Offices, mailboxes and roles of a region and those below it. */
export const toAdministration = {
  "region.administer": (actor: Actor, region: { lineage: number[] }) =>
    holdsOver(actor, "administrator", region.lineage),
  /** What holds for all regions alike: the calendar, the policies, what is kept and for how long. */
  "platform.administer": (actor: Actor, root: { lineage: number[] }) => holdsOver(actor, "administrator", root.lineage),
};
