import type { ClockName } from "#db/schema/clocks.ts";

/** Whose clock it is. The letter's own lamp is that of accepting and finishing; the others of an office burn beside it. */
const kinds = {
  accept: "letter",
  finish: "letter",
  supply: "writer",
  judging: "writer",
  object: "beside",
  respond: "beside",
  promise: "beside",
  order: "beside",
  review: "beside",
} as const satisfies Record<ClockName, "letter" | "writer" | "beside">;

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
/** Clocks that an office owns give lights; the writer's have a date and no warning. */
export const isOffices = (what: ClockName): boolean => !isWriters(what);
