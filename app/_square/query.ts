/** The query of an address, as Next hands it to a page and as a twin reads it from its own. */
export type Query = Record<string, string | string[] | undefined>;

/** A surrogate key in an address; anything else is none. */
export function idOf(given: string | string[] | undefined): number | undefined {
  if (typeof given !== "string" || !/^[1-9]\d{0,14}$/.test(given)) return undefined;
  return Number(given);
}

/** The name of a stream in an address; anything else is none, and never reaches the database. */
export function slugOf(given: string): string | undefined {
  return /^[\w-]{1,80}$/.test(given) ? given : undefined;
}

/** One of what is offered, else the first of it. */
export function choiceOf<const T extends string>(
  given: string | string[] | undefined,
  offered: readonly [T, ...T[]],
): T {
  return offered.find((one) => one === given) ?? offered[0];
}
