import type { Actor } from "./actor.ts";
import { holdsPosition } from "./holds.ts";

/** A position's standard wordings are in the hands of whoever holds it, and of nobody who drafts for them. */
export const toWordings = {
  "wording.keep": (actor: Actor, { leaderId }: { leaderId: number }) => holdsPosition(actor, leaderId),
};
