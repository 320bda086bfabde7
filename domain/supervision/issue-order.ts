import { and, eq, inArray } from "drizzle-orm";
import { type OrderChannel, type OrderLevel, offices, orders } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { CivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/term.ts";
import { startClock, stopClocks } from "#domain/letters/clocks.ts";
import { firstOfficeOf, type Letter } from "#domain/letters/letter.ts";
import type { Taking } from "#domain/letters/take-step.ts";
import { isBelow, wantsAnswer } from "./ladder.ts";

export type Order = typeof orders.$inferSelect;

/** Of the states in which an order is still in force. */
export const inForce = ["issued", "responded"] as const;

interface Issuing {
  byOfficeId: number;
  toOfficeId: number;
  level: OrderLevel;
  /** Null: issued by the timetable. */
  channel: OrderChannel | null;
  /** The running clock whose light called for it. */
  clockId?: number;
  until?: CivilDate | undefined;
}

/** Whom an order asks: who leads the letter, or before that whoever has to accept it. */
export const askedOffice = (letter: Letter): number => letter.leadOfficeId ?? firstOfficeOf(letter);

/** Writes the order down and starts its clock where an answer is due; returns it with what its event says. */
export async function issueOrder(
  tx: Tx,
  letter: Letter,
  { until, ...issuing }: Issuing,
  now: Now,
): Promise<{ order: Order; taking: Taking }> {
  const automatic = issuing.channel === null;
  const [order] = await tx
    .insert(orders)
    .values({ ...issuing, letterId: letter.id, automatic, issuedAt: now.at })
    .returning();
  const { id: aboutId, toOfficeId: officeId, level, channel } = order!;
  const clock = wantsAnswer(order!)
    ? await startClock(tx, letter, "order", now, { officeId, aboutId, ...(until && { until }) })
    : null;
  const [office] = await tx.select({ slug: offices.slug }).from(offices).where(eq(offices.id, officeId));
  const due = clock && (clock.working as Working).dueOn;
  const counts = {
    order: aboutId,
    level,
    to: office!.slug,
    ...(channel ? { channel } : { automatic }),
    ...(due && { due }),
  };
  return { order: order!, taking: { counts, desks: [office!.slug] } };
}

/** An order goes on in another one: a step up the ladder, or the next look into the same matter. */
export async function goOnFrom(tx: Tx, before: Order, { level }: Order, eventId: number, now: Now): Promise<void> {
  await endOrder(tx, before, isBelow(before.level, level) ? "escalated" : "lifted", eventId, now);
}

export async function endOrder(
  tx: Tx,
  { id, letterId }: Order,
  state: "lifted" | "escalated",
  eventId: number | null,
  now: Now,
): Promise<void> {
  await tx.update(orders).set({ state, endedAt: now.at, endedEventId: eventId }).where(eq(orders.id, id));
  await stopClocks(tx, letterId, ["order"], now, id);
}

/** An order of this letter that is still in force, locked with the letter. */
export async function findInForce(tx: Tx, letterId: number, orderId: number): Promise<Order | null> {
  const [order] = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.id, orderId), eq(orders.letterId, letterId), inArray(orders.state, inForce)));
  return order ?? null;
}
