import type { Now } from "#domain/calendar/now.ts";
import type { Details } from "#domain/refusal.ts";
import type { Asked } from "./read-asked.ts";
import type { ShownPromise } from "./read-promises.ts";
import type { Step } from "./steps.ts";
import type { Clock } from "./times.ts";

/** What the obstacles below look at. */
export interface AskedKnown {
  asked: Asked;
  promises: readonly ShownPromise[];
  /** The letter's clocks, ended ones among them. */
  times: readonly Clock[];
  now: Now;
}

type Obstacle = { key: string; details: Details } | null;

const refusal = (key: string): Obstacle => ({ key, details: {} });

const runs = (what: Clock["what"], { times }: AskedKnown) => times.find((one) => one.what === what && !one.stoppedAt);
const isPast = (clock: Clock, { now }: AskedKnown) => now.at >= clock.dueAt;

function obstacleToObjecting(_: unknown, known: AskedKnown): Obstacle {
  if (known.asked.objections.some(({ state }) => state === "raised")) return refusal("letters.objectionOpen");
  const clock = runs("object", known);
  return clock && !isPast(clock, known) ? null : refusal("letters.objectionTooLate");
}

function obstacleToDeciding(_: unknown, { asked }: AskedKnown): Obstacle {
  const open = asked.objections.find(({ state }) => state === "raised");
  if (!open) return refusal("letters.noObjection");
  if (!asked.decides) return refusal("letters.supervisorDecides");
  return open.own ? refusal("letters.ownAsking") : null;
}

function obstacleToExtending(_: unknown, known: AskedKnown): Obstacle {
  if (known.asked.extensions.some(({ state }) => state === "asked")) return refusal("letters.extensionOpen");
  if (known.asked.extensions.some(({ state }) => state === "granted")) return refusal("letters.extendedOnce");
  return obstacleOfDate(known);
}

function obstacleOfDate(known: AskedKnown): Obstacle {
  const clock = runs("finish", known);
  if (!clock) return refusal("letters.noDateYet");
  return isPast(clock, known) ? refusal("letters.extensionTooLate") : null;
}

function openExtension({ asked }: AskedKnown): Obstacle {
  const open = asked.extensions.find(({ state }) => state === "asked");
  if (!open) return refusal("letters.noExtension");
  return open.own ? refusal("letters.ownAsking") : null;
}

/** What stands in the way of the steps by which offices ask, decide and promise; the verbs refuse with the same words. */
export const askedObstacles = {
  object: obstacleToObjecting,
  uphold: obstacleToDeciding,
  overrule: obstacleToDeciding,
  extend: obstacleToExtending,
  grant: (_: unknown, known: AskedKnown) => openExtension(known) ?? obstacleOfDate(known),
  deny: (_: unknown, known: AskedKnown) => openExtension(known),
  keep: (_: unknown, { promises }: AskedKnown) =>
    promises.some(({ state }) => state === "open") ? null : refusal("letters.promiseMissing"),
  respondRating: (_: unknown, known: AskedKnown) =>
    runs("respond", known) ? null : refusal("letters.nothingToRespond"),
} as const satisfies Partial<Record<Step, (letter: unknown, known: AskedKnown) => Obstacle>>;
