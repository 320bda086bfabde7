import type { Grade, LetterKind, LetterVisibility, Solved, TermClass } from "#db/schema/index.ts";
import type { refusalCodes } from "#domain/letters/input.ts";

/** How many working days before the first start something happened, and at what time of that day. */
export interface Ago {
  workdays: number;
  time: string;
}

export const ago = (workdays: number, time: string): Ago => ({ workdays, time });

export type DemoStep = { at: Ago } & (
  | { step: "accept"; termClass: TermClass }
  | { step: "refuse"; code: (typeof refusalCodes)[number]; words: string }
  | { step: "assign"; lead: string; assisting?: string[] }
  | { step: "ask"; words: string }
  | { step: "supply"; words: string }
  | { step: "instruct"; leader: string; words: string }
  | { step: "progress"; words: string }
  | { step: "note"; words: string }
  | { step: "answer"; facts: string; basis: string; done: string; next: string; solved?: Solved }
  | { step: "followUp"; words: string }
  | { step: "rate"; solved: Solved; attitude: Grade; speed: Grade; words?: string }
  | { step: "reopen"; words: string }
  | { step: "object"; words: string }
  | { step: "extend"; days: number; words: string }
  | { step: "promise"; words: string; inDays: number }
  | { step: "keep"; words: string }
  | { step: "respondRating"; words: string }
  | { step: "urge" }
  | { step: "withdraw" }
);

export interface DemoLetter {
  author: string;
  mailbox: string;
  kind: LetterKind;
  visibility: LetterVisibility;
  region: string;
  place: string;
  title: string;
  body: string;
  accused?: string;
  sent: Ago;
  steps: DemoStep[];
}
