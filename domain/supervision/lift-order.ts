import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import type { liftInput } from "./input.ts";
import { endOrder, findInForce, type Order } from "./issue-order.ts";

type Lifting = Pick<z.output<typeof liftInput>, "letterId" | "orderId"> & Partial<z.output<typeof liftInput>>;

/** 解除督办: by the office that issued the order, answered or not; one of the timetable's by any that supervises the letter. */
export async function liftOrder(
  db: Db,
  actor: Actor,
  { letterId, orderId, words }: Lifting,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    let lifted: Order | null = null;
    const { letter, eventId } = await takeStep(tx, actor, letterId, "lift", now, async () => {
      lifted = await findInForce(tx, letterId, orderId);
      if (!lifted) throw new Refusal("supervision.orderOver");
      authorize(actor, "order.end", lifted);
      return { words, counts: { order: orderId, level: lifted.level } };
    });
    await endOrder(tx, lifted!, "lifted", eventId, now);
    return letter;
  });
}
