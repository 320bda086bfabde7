import type { Actor } from "#domain/access/actor.ts";
import { isPerson } from "#domain/access/actor.ts";
import { standsAs } from "#domain/access/to-letters.ts";
import type { Capacity } from "#domain/events/record.ts";
import type { Letter } from "./letter.ts";
import type { StepRole } from "./step-row.ts";
import { rowOf, type Step } from "./steps.ts";

/** In which role and for which office somebody takes a step: all that the public sees of them. */
export function capacityFor(actor: Actor, letter: Letter, step: Step): Capacity {
  const role = rowOf(step).by.find((name) => standsAs(actor, name, letter));
  if (!role) throw new Error(`nobody stands behind ${step}`);
  return capacities[role](actor, letter);
}

/** In this one role, where the act is no step. */
export const capacityAs = (actor: Actor, letter: Letter, role: StepRole): Capacity => capacities[role](actor, letter);

const capacities: Record<StepRole, (actor: Actor, letter: Letter) => Capacity> = {
  author: () => ({ role: "author" }),
  commenter: () => ({ role: "author" }),
  clock: () => ({ role: "clock" }),
  moderator: (actor, letter) => ({ role: "moderator", officeId: regionalOffice(actor, letter, "moderator") }),
  triage: (actor, letter) => ({ role: "triage", officeId: regionalOffice(actor, letter, "triage") }),
  operator: (_, letter) => ({ role: "operator", officeId: letter.mailbox.officeId }),
  lead: (_, letter) => ({ role: "lead", officeId: letter.leadOfficeId }),
  assisting: (actor, letter) => ({ role: "assisting", officeId: assistingOffice(actor, letter) }),
  "lead-operator": (_, letter) => ({ role: "operator", officeId: letter.leadOfficeId }),
  addressed: (actor, letter) => positionOf(actor, letter),
  leader: (actor, letter) => positionOf(actor, letter),
  "in-charge": (actor, { ledByLeaderId }) => holderOf(actor, ledByLeaderId),
  head: (actor, letter) => headOf(actor, letter),
  superior: (_, letter) => ({ role: "superior", officeId: letter.reviewOfficeId }),
  supervisor: (actor, letter) => ({ role: "supervisor", officeId: supervisingOffice(actor, letter) }),
};

/** Those who serve a region speak for its triage office, or for the nearest one above it. */
function regionalOffice(actor: Actor, { triage, mailbox }: Letter, role: "triage" | "moderator"): number | null {
  const regions = grantsOf(actor).flatMap((grant) => (grant.role === role ? [grant.regionId] : []));
  const own = mailbox.lineage.findLast((regionId) => regions.includes(regionId));
  const upwards = mailbox.lineage.slice(0, own === undefined ? undefined : mailbox.lineage.indexOf(own) + 1);
  return triage.find(({ regionId }) => upwards.includes(regionId))?.officeId ?? null;
}

function assistingOffice(actor: Actor, { assistingOfficeIds }: Letter): number | null {
  const own = grantsOf(actor).find(
    ({ role, officeId }) => role === "handler" && assistingOfficeIds.includes(officeId ?? 0),
  );
  return own?.officeId ?? null;
}

/** The addressed position if they hold it, else the nearest one above that they hold. */
function positionOf(actor: Actor, { mailbox }: Letter): Capacity {
  const positions = grantsOf(actor).filter(({ role }) => role === "leader");
  const grant =
    positions.find(({ leaderId }) => leaderId === mailbox.leaderId) ??
    positions.find(({ regionId }) => mailbox.lineage.includes(regionId));
  return { role: "leader", leaderId: grant?.leaderId ?? null, officeId: grant?.officeId ?? null };
}

function holderOf(actor: Actor, leaderId: number | null): Capacity {
  const grant = grantsOf(actor).find((one) => one.leaderId !== null && one.leaderId === leaderId);
  return { role: "leader", leaderId, officeId: grant?.officeId ?? null };
}

/** In which position a leader looks at a letter; null for everybody else. */
export const leaderLooking = (actor: Actor, letter: Letter): Capacity | null =>
  standsAs(actor, "leader", letter) ? positionOf(actor, letter) : null;

/** The lead office's leader speaks as one, its operator for the office. */
function headOf(actor: Actor, { leadOfficeId }: Letter): Capacity {
  const leads = grantsOf(actor).find(({ role, officeId }) => role === "leader" && officeId === leadOfficeId);
  return { role: leads ? "leader" : "operator", leaderId: leads?.leaderId ?? null, officeId: leadOfficeId };
}

/** The nearest to the mailbox of the supervising offices that they serve. */
function supervisingOffice(actor: Actor, { mailbox }: Letter): number | null {
  const serves = grantsOf(actor).filter(({ role }) => role === "supervisor");
  const nearest = mailbox.lineage.findLast((regionId) => serves.some((grant) => grant.regionId === regionId));
  return serves.find(({ regionId }) => regionId === nearest)?.officeId ?? null;
}

const grantsOf = (actor: Actor) => (isPerson(actor) ? actor.grants : []);
