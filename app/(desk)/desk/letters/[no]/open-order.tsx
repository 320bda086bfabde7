import { LiftForm, OrderForm, RespondForm } from "#components/desk/orders/order-forms.tsx";
import type { LetterForPerson } from "#domain/letters/read-letter-for.ts";
import { order as issue, lift, respond } from "./order-actions.ts";

/** The steps of supervision. */
export const orderSteps = ["order", "respond", "lift"] as const;

interface OpenOrderProps {
  letter: LetterForPerson;
  step: (typeof orderSteps)[number];
  late: boolean;
}

/** The form of one of these steps, with the orders that this person may go on from, answer or lift. */
export function OpenOrder({ letter, step, late }: OpenOrderProps) {
  const props = { letterId: letter.id, back: `/desk/letters/${letter.number}`, late };
  const named = (ids: number[]) => letter.orders.filter(({ id }) => ids.includes(id)).reverse();
  const { endable, answerable } = letter.ownOrders;
  if (step === "respond") return <RespondForm {...props} action={respond} orders={named(answerable)} />;
  if (step === "lift") return <LiftForm {...props} action={lift} orders={named(endable)} />;
  return <OrderForm {...props} action={issue} orders={named(endable)} />;
}
