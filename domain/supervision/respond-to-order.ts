import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { clocks, orders } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { stopClocks } from "#domain/letters/clocks.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import type { respondInput } from "./input.ts";
import { findInForce, type Order } from "./issue-order.ts";

/** 回复督办: the office that was asked, or who leads the letter now, answers in words; the order's clock stops. */
export async function respondToOrder(
  db: Db,
  actor: Actor,
  { letterId, orderId, words }: z.output<typeof respondInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, "respond", now, async (_, before) => {
      const order = await findInForce(tx, letterId, orderId);
      if (!order) throw new Refusal("supervision.orderOver");
      authorize(actor, "order.respond", { order, letter: before });
      if (order.state === "responded") throw new Refusal("supervision.responded");
      if (!(await isAwaited(tx, order))) throw new Refusal("supervision.nothingAsked");
      await stopClocks(tx, letterId, ["order"], now, orderId);
      return { words, counts: { order: orderId, level: order.level } };
    });
    await tx
      .update(orders)
      .set({ state: "responded", respondedAt: now.at, respondedEventId: eventId })
      .where(eq(orders.id, orderId));
    return letter;
  });
}

async function isAwaited(tx: Tx, { id, letterId }: Order): Promise<boolean> {
  const running = and(eq(clocks.letterId, letterId), eq(clocks.what, "order"), isNull(clocks.stoppedAt));
  return (await tx.$count(clocks, and(running, eq(clocks.aboutId, id)))) > 0;
}
