import type { Actor } from "./actor.ts";
import { holds, holdsAt, holdsPosition } from "./holds.ts";

/** Who owes an answer in public: an office, or a leader of it. */
export interface Debtor {
  leaderId: number | null;
  officeId: number;
}

export const toOwed = {
  /** The list of what is owed: for whoever may owe something. */
  "owed.list": (actor: Actor) => holds(actor, "leader") || holds(actor, "operator"),
  /** The leader who owes it and who keeps that office's mailboxes; what an office owes, its leaders too. */
  "owed.see": (actor: Actor, { leaderId, officeId }: Debtor) =>
    holdsAt(actor, "operator", officeId) ||
    (leaderId === null ? holdsAt(actor, "leader", officeId) : holdsPosition(actor, leaderId)),
};
