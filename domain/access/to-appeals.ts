import { type AppealRole, type AppealStep, rowOf } from "#domain/appeals/steps.ts";
import { type Actor, isPerson } from "./actor.ts";
import { holdsAt, holdsOver } from "./holds.ts";

/** An appeal as far as rights on it depend on it: who raised it, and the office that is asked to verify. */
export interface AppealFacts {
  authorId: number;
  officeId: number;
  /** The office settles who handles what in its region: whoever triages there works in it. */
  triages: boolean;
  lineage: number[];
}

const isGiver = (actor: Actor) => isPerson(actor) && !actor.staff && actor.verified;

const stands: Record<AppealRole, (actor: Actor, appeal: AppealFacts) => boolean> = {
  author: (actor, { authorId }) => isPerson(actor) && actor.id === authorId,
  keeper: (actor, { officeId }) => holdsAt(actor, "operator", officeId),
  verifier: (actor, { officeId, triages, lineage }) =>
    holdsAt(actor, "operator", officeId) ||
    holdsAt(actor, "handler", officeId) ||
    (triages && holdsOver(actor, "triage", lineage.slice(-1))),
  giver: isGiver,
  clock: (actor) => actor.kind === "clock",
  overseer: (actor, appeal) => holdsOver(actor, "moderator", appeal.lineage) || supervises(actor, appeal),
};

/** Nobody looks into what their own office has confirmed. */
const supervises = (actor: Actor, { officeId, lineage }: AppealFacts) =>
  isPerson(actor) &&
  actor.grants.some(
    (grant) => grant.role === "supervisor" && grant.officeId !== officeId && lineage.includes(grant.regionId),
  );

/** Who asks for help, who confirms that it is needed, who gives, and who looks into misuse. */
export const toAppeals = {
  /** Somebody answers for what is said of others in need: a verified citizen, in their own name. */
  "appeal.raise": isGiver,
  "appeal.step": (actor: Actor, { appeal, step }: { appeal: AppealFacts; step: AppealStep }) =>
    rowOf(step).by.some((role) => stands[role](actor, appeal)),
  /** Whoever is signed in may say that something is wrong, and need not be verified for it. */
  "appeal.report": (actor: Actor) => isPerson(actor) && !actor.staff,
  "appeal.oversee": (actor: Actor, appeal: AppealFacts) => stands.overseer(actor, appeal),
};
