import type { Step } from "#domain/letters/steps.ts";

/** Steps of which the writer is told, and whether a short message goes with it. The rest stands in the timeline. */
export const told = {
  convert: { sms: true },
  accept: { sms: true },
  refuse: { sms: true },
  ask: { sms: true },
  assign: { sms: true },
  answer: { sms: true },
  progress: { sms: false },
  followUp: { sms: false },
  abandon: { sms: false },
  extend: { sms: true },
  grant: { sms: true },
  deny: { sms: false },
  promise: { sms: false },
  keep: { sms: true },
  break: { sms: false },
  respondRating: { sms: false },
  hear: { sms: true },
  heard: { sms: false },
  maintain: { sms: true },
  amend: { sms: true },
  revoke: { sms: true },
  merge: { sms: true },
  split: { sms: false },
} as const satisfies Partial<Record<Step, { sms: boolean }>>;

export type Told = keyof typeof told;

export function toldStep(what: string): Told | null {
  const step = what.replace("letter.", "");
  return what.startsWith("letter.") && Object.hasOwn(told, step) ? (step as Told) : null;
}
