import { type Actor, isPerson } from "./actor.ts";
import { holdsAt } from "./holds.ts";

/** Who keeps the offices' telephones, and who says that nobody answers. */
export const toDirectory = {
  /** An office answers for its own numbers: whoever keeps its mailbox enters them. */
  "phone.keep": (actor: Actor, office: { id: number }) => holdsAt(actor, "operator", office.id),
  /** It becomes a letter, so that it asks for what a letter asks for; a desk does not complain of its neighbour's. */
  "phone.report": (actor: Actor) => isPerson(actor) && !actor.staff && actor.verified,
};
