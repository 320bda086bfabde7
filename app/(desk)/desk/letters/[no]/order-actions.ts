"use server";

import { findLetter } from "#domain/letters/letter.ts";
import { liftInput, orderInput, respondInput } from "#domain/supervision/input.ts";
import { liftOrder } from "#domain/supervision/lift-order.ts";
import { orderLetter } from "#domain/supervision/order-letter.ts";
import { respondToOrder } from "#domain/supervision/respond-to-order.ts";
import { saying } from "./taking.ts";

export const order = saying("order", orderInput, async (on, actor, input, at) => {
  const { letterId } = await orderLetter(on, actor, input, at);
  return (await findLetter(on, letterId))!;
});
export const respond = saying("respond", respondInput, respondToOrder);
export const lift = saying("lift", liftInput, liftOrder);
