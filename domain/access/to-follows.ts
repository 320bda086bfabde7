import { type Actor, isPerson } from "./actor.ts";

/** What somebody keeps an eye on is theirs alone. */
export const toFollows = {
  follow: (actor: Actor) => isPerson(actor),
};
