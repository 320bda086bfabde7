import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { orders } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { addDays, type CivilDate, parseCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { capacityFor } from "#domain/letters/capacity.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import type { orderInput } from "./input.ts";
import { askedOffice, findInForce, goOnFrom, issueOrder, type Order } from "./issue-order.ts";
import { isBelow } from "./ladder.ts";

type Ordering = Pick<z.output<typeof orderInput>, "letterId" | "level" | "channel" | "words"> &
  Partial<z.output<typeof orderInput>>;

/** Calendar days: an order that may be answered in half a year asks nothing. */
const latest = 60;

/**
 * 督办: a supervising office asks the office that has the letter, by telephone, note, visit or bulletin, with a date of its
 * own. Nobody supervises themselves. It may go on from an earlier order, which ends with it.
 */
export async function orderLetter(db: Db, actor: Actor, input: Ordering, now: Now): Promise<Order> {
  return transact(db, async (tx) => {
    let issued: Order | undefined;
    let before: Order | null = null;
    const { eventId } = await takeStep(tx, actor, input.letterId, "order", now, async (_, letter) => {
      if (!input.words.trim()) throw new Refusal("letters.wordsMissing");
      before = input.after ? await findBefore(tx, actor, input, input.after) : null;
      const until = lastDay(input.due, now);
      const { level, channel } = input;
      const { order, taking } = await issueOrder(tx, letter, { ...between(actor, letter), level, channel, until }, now);
      issued = order;
      return { ...taking, words: input.words };
    });
    if (before) await goOnFrom(tx, before, issued!, eventId, now);
    const [order] = await tx
      .update(orders)
      .set({ issuedEventId: eventId })
      .where(eq(orders.id, issued!.id))
      .returning();
    return order!;
  });
}

function between(actor: Actor, letter: Letter): { byOfficeId: number; toOfficeId: number } {
  const byOfficeId = capacityFor(actor, letter, "order").officeId!;
  const toOfficeId = askedOffice(letter);
  if (byOfficeId === toOfficeId) throw new Refusal("supervision.ownOffice");
  return { byOfficeId, toOfficeId };
}

async function findBefore(tx: Tx, actor: Actor, { letterId, level }: Ordering, orderId: number): Promise<Order> {
  const before = await findInForce(tx, letterId, orderId);
  if (!before) throw new Refusal("supervision.orderOver");
  authorize(actor, "order.end", before);
  if (isBelow(level, before.level)) throw new Refusal("supervision.notLower", { level: before.level });
  return before;
}

function lastDay(due: string | undefined, { today }: Now): CivilDate | undefined {
  if (!due) return undefined;
  const until = parseCivilDate(due);
  if (until < today || until > addDays(today, latest)) throw new Refusal("supervision.dateOutside", { days: latest });
  return until;
}
