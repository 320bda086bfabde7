import type { Actor } from "./actor.ts";
import { isPerson } from "./actor.ts";
import { holds, holdsAt, holdsOver } from "./holds.ts";
import { type LetterFacts, standsAs } from "./to-letters.ts";

/** An office that is assessed, and the regions from the root down to it. */
export interface AssessedOffice {
  id: number;
  lineage: number[];
}

/** Nobody supervises what their own office did: who serves it in any role is not asked. */
const isTheirOwn = (actor: Actor, offices: readonly (number | null)[]) =>
  isPerson(actor) && actor.grants.some(({ officeId }) => officeId !== null && offices.includes(officeId));

const oversees = (actor: Actor, letter: LetterFacts) =>
  standsAs(actor, "supervisor", letter) && !isTheirOwn(actor, [letter.leadOfficeId, ...letter.assistingOfficeIds]);

/** Who calls back, leaves out, freezes, contests and decides. An accusation is no part of any of it. */
export const toAssessment = {
  "assessment.desk": (actor: Actor) =>
    (["supervisor", "leader", "operator", "administrator"] as const).some((role) => holds(actor, role)),
  /** Telephones the writer of a letter that was drawn, and writes down what they said. */
  "call-back.make": oversees,
  "call-back.list": (actor: Actor) => holds(actor, "supervisor"),
  /** Leaves a letter out of every score, or takes it back in. */
  "assessment.exclude": oversees,
  /** A report is about all offices: those who supervise from the top freeze it. */
  "assessment.freeze": (actor: Actor, root: number) => holdsOver(actor, "supervisor", [root]),
  /** An office's leader or who keeps its mailboxes speaks for it. */
  "assessment.contest": (actor: Actor, office: AssessedOffice) =>
    holdsAt(actor, "leader", office.id) || holdsAt(actor, "operator", office.id),
  "assessment.decide": (actor: Actor, office: AssessedOffice) =>
    holdsOver(actor, "supervisor", office.lineage) && !isTheirOwn(actor, [office.id]),
  /** How scores are reckoned is the whole platform's. */
  "assessment.formula": (actor: Actor, root: number) => holdsOver(actor, "administrator", [root]),
};
