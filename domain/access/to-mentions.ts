import { type Actor, isPerson } from "./actor.ts";

/** Who sees where they are named, and who may say that they do not want to be. */
export const toMentions = {
  "mention.list": (actor: Actor) => isPerson(actor),
  /** Those who speak and work for a position or an office: it is named in public, and answers in public. */
  "mention.desk": (actor: Actor) =>
    isPerson(actor) && actor.grants.some(({ leaderId, officeId }) => leaderId !== null || officeId !== null),
  /** An office is there to be called. */
  "mention.decline": (actor: Actor) => isPerson(actor) && !actor.staff,
};
