import type { AppealState } from "#db/schema/index.ts";

/**
 * How somebody stands to an appeal. Author: the citizen who raised it. Verifier: whoever works in the office that is asked.
 * Keeper: whoever keeps that office's mailboxes and speaks under its plate. Giver: a verified citizen. Overseer: a moderator
 * or supervisor of the region who is not of the office that verified. Clock: the timetable.
 */
export type AppealRole = "author" | "verifier" | "keeper" | "giver" | "overseer" | "clock";

interface Row {
  from: readonly AppealState[];
  /** Null: it stays what it was. */
  to: AppealState | null;
  by: readonly AppealRole[];
}

/** Read a row as: "pledge: while verified, by any verified citizen, and it stays verified". */
export const appealSteps = {
  verify: { from: ["raised"], to: "verified", by: ["verifier"] },
  refuse: { from: ["raised"], to: "refused", by: ["verifier"] },
  pledge: { from: ["verified"], to: null, by: ["giver"] },
  takeBack: { from: ["verified", "suspended"], to: null, by: ["giver"] },
  handOver: { from: ["verified"], to: null, by: ["author", "keeper"] },
  suspend: { from: ["verified"], to: "suspended", by: ["overseer"] },
  resume: { from: ["suspended"], to: "verified", by: ["overseer"] },
  withdraw: { from: ["raised"], to: "closed", by: ["author"] },
  lapse: { from: ["verified", "suspended"], to: "closed", by: ["clock"] },
  close: { from: ["verified", "suspended"], to: "closed", by: ["author", "verifier"] },
} as const satisfies Record<string, Row>;

export type AppealStep = keyof typeof appealSteps;

export const rowOf = (step: AppealStep): Row => appealSteps[step];
