import { and, eq, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { deliverDue, type Outcome, tryOnce } from "#domain/deliveries.ts";
import { unseal } from "#domain/people/seal.ts";
import type { Send } from "./port.ts";
import type { ShortMessage } from "./queue.ts";

/**
 * Delivers what is due, for the timetable: may run twice at once, or be killed midway, and sends nothing twice that the
 * provider does not recognise by its id. Answers how many went out.
 */
export async function deliverMessages(db: Db, now: Now, send: Send): Promise<number> {
  return deliverDue(() => deliverNext(db, now, send));
}

/** One message a transaction: its row stays locked while it is on its way, so that nobody else takes it. */
function deliverNext(db: Db, now: Now, send: Send): Promise<Outcome> {
  return transact(db, async (tx) => {
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.state, "waiting"), lte(messages.nextTryAt, now.at)))
      .orderBy(messages.nextTryAt, messages.id)
      .limit(1)
      .for("update", { skipLocked: true });
    if (!message) return "nothing due";
    const sending = send(message.id, JSON.parse(unseal(message.sealed)) as ShortMessage);
    const tried = await tryOnce(sending, message.tries, now);
    await tx.update(messages).set(tried).where(eq(messages.id, message.id));
    return tried.state === "sent" ? "sent" : "put off";
  });
}
