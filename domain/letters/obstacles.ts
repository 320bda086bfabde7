import type { AdoptionOutcome } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Policies } from "#domain/policies/policies.ts";
import type { Details } from "#domain/refusal.ts";
import { obstacleToDeciding, obstacleToStudying } from "#domain/suggestions/obstacles.ts";
import { type AskedKnown, askedObstacles } from "./asked-obstacles.ts";
import type { Letter } from "./letter.ts";
import { isHosts } from "./merged.ts";
import { obstacleToAsking, type ReviewsSoFar } from "./reviews.ts";
import { allSteps, rowOf, type Step, stepsFrom } from "./steps.ts";
import { mayUrgeFrom } from "./urge-letter.ts";

/** A step that this person may take, now or not now. */
export interface OfferedStep {
  step: Step;
  /** Why not now: the refusal that trying would meet. Null: it can be taken. */
  obstacle: { key: string; details: Details } | null;
}

interface Known extends AskedKnown {
  /** Was the current round judged? */
  rated: boolean;
  /** What was asked of superior offices, and when the last word was said. */
  reviews: ReviewsSoFar;
  policies: Policies;
  now: Now;
  /** What was said of it as a suggestion. */
  adoption: AdoptionOutcome | null;
  /** The orders that this person may end or answer now. */
  orders: { endable: number[]; answerable: number[] };
}

/** Every step on a letter that is this person's to take, with what stands in its way now. */
export function offeredSteps(actor: Actor, letter: Letter, known: Known): OfferedStep[] {
  return allSteps
    .filter((step) => rowOf(step).from.length > 0 && can(actor, "letter.step", { letter, step }))
    .map((step) => ({ step, obstacle: obstacleTo(step, letter, known) }));
}

function obstacleTo(step: Step, letter: Letter, known: Known): OfferedStep["obstacle"] {
  if (!stepsFrom(letter.state).includes(step)) return refusal("letters.tooLate", { state: letter.state });
  if (isHosts(step, letter)) return refusal("letters.merged", { number: letter.hostNumber });
  return rules[step]?.(letter, known) ?? null;
}

const refusal = (key: string, details: Details = {}) => ({ key, details });

const refusalOr = (key: string | null) => (key === null ? null : refusal(key));

const deciding = ({ kind }: Letter, { adoption }: Known) => refusalOr(obstacleToDeciding(kind, adoption));

/** What a step's own rule says beyond the table; the verbs refuse with the same words. */
const rules: Partial<Record<Step, (letter: Letter, known: Known) => OfferedStep["obstacle"]>> = {
  ...askedObstacles,
  consent: ({ authorId }) => (authorId === null ? null : refusal("letters.consentGiven")),
  decline: ({ authorId, consentDeclinedAt }) =>
    authorId === null && consentDeclinedAt === null ? null : refusal("letters.consentGiven"),
  ask: ({ authorId }) => (authorId === null ? refusal("letters.noWriter") : null),
  reopen: ({ reopenedAt, reviewOfficeId }) => {
    if (reviewOfficeId !== null) return refusal("letters.reviewRuns");
    return reopenedAt ? refusal("letters.reopenedOnce") : null;
  },
  review: (letter, { reviews, policies, now }) => obstacleToAsking("review", letter, reviews, policies, now),
  recheck: (letter, { reviews, policies, now }) => obstacleToAsking("recheck", letter, reviews, policies, now),
  hear: (_, { reviews }) => (reviews.hearing ? refusal("letters.hearingRuns") : null),
  heard: (_, { reviews }) => (reviews.hearing ? null : refusal("letters.noHearing")),
  split: ({ hostNumber }) => (hostNumber === null ? refusal("letters.notMerged") : null),
  merge: ({ kind, state }) => {
    if (kind === "accusation") return refusal("letters.mergeAccusation");
    return state === "clarifying" ? refusal("letters.mergeClarifying") : null;
  },
  rateLate: ({ closedAt }, { rated, policies, now }) => {
    if (rated) return refusal("letters.alreadyRated");
    const days = policies["rate.late"];
    return closedAt && now.today > addDays(civilDateOf(closedAt), days)
      ? refusal("letters.ratingOver", { days })
      : null;
  },
  urge: (letter, { policies, now }) => {
    const from = mayUrgeFrom(letter, policies["urge.every"]);
    return from && now.today < from ? refusal("letters.urgedRecently", { from }) : null;
  },
  study: ({ kind }, { adoption }) => refusalOr(obstacleToStudying(kind, adoption)),
  adopt: deciding,
  adoptPartly: deciding,
  notAdopt: deciding,
  takeOn: ({ kind, ledByLeaderId }) => {
    if (kind === "accusation") return refusal("ledCases.accusation");
    return ledByLeaderId === null ? null : refusal("ledCases.already");
  },
  respond: (_, { orders }) => (orders.answerable.length > 0 ? null : refusal("supervision.nothingAsked")),
  lift: (_, { orders }) => (orders.endable.length > 0 ? null : refusal("supervision.nothingToLift")),
  publish: ({ kind, visibility, publishedAt, hiddenAt }) => {
    if (kind === "accusation" || visibility === "handlers") return refusal("letters.keptPrivate");
    return publishedAt && !hiddenAt ? refusal("letters.publicAlready") : null;
  },
  redact: ({ publishedAt }) => (publishedAt ? null : refusal("letters.notPublic")),
  hide: ({ publishedAt, hiddenAt }) => (publishedAt && !hiddenAt ? null : refusal("letters.notPublic")),
};
