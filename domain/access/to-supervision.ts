import type { Actor } from "./actor.ts";
import { holds, holdsAt } from "./holds.ts";
import { type LetterFacts, standsAs } from "./to-letters.ts";

/** An order as far as rights on it depend on it. */
interface OrderFacts {
  byOfficeId: number;
  toOfficeId: number;
  automatic: boolean;
}

/** A letter with the offices that triage it. */
type AskedLetter = LetterFacts & { triage: { officeId: number }[] };

/** What the supervising offices see of all the others. Which letters they read is asked of each letter. */
export const toSupervision = {
  "lights.read": (actor: Actor) => holds(actor, "supervisor"),
  /** The list of orders: for who issues them and for who has to answer. Which ones, each letter says. */
  "orders.read": (actor: Actor) =>
    (["supervisor", "operator", "handler", "triage"] as const).some((role) => holds(actor, role)),
  /** Ended by the office that issued it; the timetable's by itself and by whoever supervises the letter. */
  "order.end": (actor: Actor, { byOfficeId, automatic }: OrderFacts) =>
    holdsAt(actor, "supervisor", byOfficeId) || (automatic && (actor.kind === "clock" || holds(actor, "supervisor"))),
  /** Answered by the office that was asked, in whichever way it has to do with the letter, or by who leads it now. */
  "order.respond": (actor: Actor, { order, letter }: { order: OrderFacts; letter: AskedLetter }) =>
    standsAs(actor, "lead", letter) ||
    standsAs(actor, "lead-operator", letter) ||
    (standsAs(actor, "operator", letter) && letter.mailbox.officeId === order.toOfficeId) ||
    (standsAs(actor, "triage", letter) && letter.triage.some(({ officeId }) => officeId === order.toOfficeId)),
};
