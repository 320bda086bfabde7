import type { ClockName } from "#db/schema/clocks.ts";

/**
 * Whose clock it is. The letter's own lamp is that of accepting and finishing; the others of an office burn beside it. Within
 * a right something may be done and need not be: nobody is late with it.
 */
const kinds = {
  accept: "letter",
  finish: "letter",
  supply: "writer",
  judging: "writer",
  object: "right",
  respond: "beside",
  promise: "beside",
  order: "beside",
  review: "beside",
} as const satisfies Record<ClockName, "letter" | "writer" | "beside" | "right">;

type Kind = (typeof kinds)[ClockName];
type NamesOf<Of extends Kind> = { [Name in ClockName]: (typeof kinds)[Name] extends Of ? Name : never }[ClockName];

export type LetterClock = NamesOf<"letter">;
export type WriterClock = NamesOf<"writer">;

/** The clocks that give a letter its one lamp in lists. */
export const letterClocks = Object.keys(kinds).filter(
  (name): name is LetterClock => kinds[name as ClockName] === "letter",
);

export const isLetters = (what: ClockName): what is LetterClock => kinds[what] === "letter";
export const isWriters = (what: ClockName): what is WriterClock => kinds[what] === "writer";
export const isOffices = (what: ClockName): boolean => !isWriters(what);
/** What an office has to do by its date gives a light; the writer's clocks and a right have a date and no warning. */
export const isLit = (what: ClockName): boolean => kinds[what] === "letter" || kinds[what] === "beside";
