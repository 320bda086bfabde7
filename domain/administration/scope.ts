import type { EventCounts, RoleName } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { Refusal } from "#domain/refusal.ts";
import { findLeader, findOffice, findRegion } from "./find.ts";
import type { Scope } from "./input.ts";
import { scopeOfRole } from "./scope-of-role.ts";

export interface RoleScope {
  leaderId: number | null;
  officeId: number | null;
  regionId: number | null;
  lineage: number[];
  topic: string;
  counts: EventCounts;
}

const none = { leaderId: null, officeId: null, regionId: null };

/** Finds what a role is to stand on; refuses a role on something it cannot stand on. */
export async function findScope(tx: Tx, role: RoleName, scope: Scope): Promise<RoleScope> {
  const [kind, word = ""] = scope.split(":");
  if (kind !== scopeOfRole[role]) throw new Refusal("administration.roleElsewhere");
  const about = { topic: scope, counts: { role, [kind]: word } };
  if (kind === "leader") {
    const { leader, region } = await findLeader(tx, word);
    return { ...none, ...about, leaderId: leader.id, lineage: region.lineage };
  }
  if (kind === "office") {
    const { office, region } = await findOffice(tx, word);
    if (role === "supervisor" && !office.supervises) throw new Refusal("administration.doesNotSupervise");
    return { ...none, ...about, officeId: office.id, lineage: region.lineage };
  }
  const region = await findRegion(tx, word);
  return { ...none, ...about, regionId: region.id, lineage: region.lineage };
}
