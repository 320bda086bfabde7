import type { Step } from "#domain/letters/steps.ts";

interface Row {
  /** A short message goes with it. */
  sms: boolean;
  /** It waits for the writer. */
  asks?: true;
}

/** Steps of which the writer is told, and whether a short message goes with it. The rest stands in the timeline. */
export const told = {
  convert: { sms: true, asks: true },
  accept: { sms: true },
  refuse: { sms: true },
  ask: { sms: true, asks: true },
  assign: { sms: true },
  answer: { sms: true, asks: true },
  progress: { sms: false },
  followUp: { sms: false },
  study: { sms: false },
  adopt: { sms: false },
  adoptPartly: { sms: false },
  notAdopt: { sms: false },
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
} as const satisfies Partial<Record<Step, Row>>;

export type Told = keyof typeof told;

export function toldStep(what: string): Told | null {
  const step = what.replace("letter.", "");
  return what.startsWith("letter.") && Object.hasOwn(told, step) ? (step as Told) : null;
}

const row = (name: string): Row | undefined => told[name as Told];

/** Does it wait for the writer? */
export const asksWriter = (name: string): boolean => row(name)?.asks === true;

/** Each costs the city money and its reader a look: not of every step. */
export const isWorthSms = (name: string): boolean => row(name)?.sms === true;
