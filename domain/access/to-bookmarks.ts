import { type Actor, isPerson } from "./actor.ts";

/** What somebody wants to find again is theirs alone. */
export const toBookmarks = {
  bookmark: (actor: Actor) => isPerson(actor),
};
