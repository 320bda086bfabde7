import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, type OrderLevel, orders } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock as timetable } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Letter, lockLetter } from "#domain/letters/letter.ts";
import { rowOf } from "#domain/letters/steps.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { endOrder, goOnFrom, inForce, issueOrder, type Order } from "./issue-order.ts";
import { wantsAnswer } from "./ladder.ts";
import { liftOrder } from "./lift-order.ts";
import { supervisingOffice } from "./supervising-office.ts";

interface Burning {
  clockId: number;
  /** Whose clock it is. */
  officeId: number;
}

/**
 * 提醒 at amber, 催办 at red, 督办单 at the red card: issued by the timetable in the petition office's name, each once a clock,
 * each taking the place of the one below. 约谈, 通报 and 挂牌 people decide.
 */
export async function climbTo(
  tx: Tx,
  letter: Letter,
  { clockId, officeId }: Burning,
  level: OrderLevel,
  now: Now,
): Promise<void> {
  const byOfficeId = await supervisingOffice(tx, letter, officeId);
  if (byOfficeId === null) return;
  const below = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.clockId, clockId), eq(orders.automatic, true), inArray(orders.state, inForce)));
  let issued: Order | undefined;
  const { eventId } = await takeStep(tx, timetable, letter.id, "order", now, async () => {
    const { order, taking } = await issueOrder(
      tx,
      letter,
      { byOfficeId, toOfficeId: officeId, level, channel: null, clockId },
      now,
    );
    issued = order;
    return taking;
  });
  await tx.update(orders).set({ issuedEventId: eventId }).where(eq(orders.id, issued!.id));
  for (const one of below) await goOnFrom(tx, one, issued!, eventId, now);
}

/**
 * For the timetable: what it asked about a date is over once that clock has stopped. A reminder ends without a word; its
 * 督办单 is lifted where the letter still goes on. Returns how many ended.
 */
export async function endMootOrders(db: Db, now: Now): Promise<number> {
  const moot = await db
    .select({ order: orders })
    .from(orders)
    .innerJoin(clocks, eq(clocks.id, orders.clockId))
    .where(and(eq(orders.automatic, true), inArray(orders.state, inForce), isNotNull(clocks.stoppedAt)));
  for (const { order } of moot) await transact(db, (tx) => endMoot(tx, order, now));
  return moot.length;
}

async function endMoot(tx: Tx, order: Order, now: Now): Promise<void> {
  const letter = await lockLetter(tx, order.letterId);
  const told =
    wantsAnswer(order) && letter && rowOf("lift").from.includes(letter.state) && letter.kind !== "accusation";
  if (told) await liftOrder(tx, timetable, { letterId: order.letterId, orderId: order.id }, now);
  else await endOrder(tx, order, "lifted", null, now);
}
