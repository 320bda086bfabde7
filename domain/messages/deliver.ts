import { and, eq, inArray, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages, type NoticeChannel } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { deliverDue, type Outcome, tryOnce } from "#domain/deliveries.ts";
import { stillToSay } from "#domain/notices/still-to-say.ts";
import type { Ports, Send } from "./port.ts";
import { type Message, unsealed } from "./queue.ts";

/**
 * Delivers what is due, for the timetable: may run twice at once, or be killed midway, and sends nothing twice that the
 * provider does not recognise by its id. What was hidden since it was queued is not sent. Answers how many went out.
 */
export async function deliverMessages(db: Db, now: Now, ports: Ports): Promise<number> {
  const open = Object.keys(ports) as NoticeChannel[];
  return open.length === 0 ? 0 : deliverDue(() => deliverNext(db, now, ports, open));
}

/** One message a transaction: its row stays locked while it is on its way, so that nobody else takes it. */
function deliverNext(db: Db, now: Now, ports: Ports, open: NoticeChannel[]): Promise<Outcome> {
  return transact(db, async (tx) => {
    const [row] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.state, "waiting"), lte(messages.nextTryAt, now.at), inArray(messages.channel, open)))
      .orderBy(messages.nextTryAt, messages.id)
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return "nothing due";
    const message = row.purpose === "notice" ? await stillToSay(tx, row.id, unsealed(row), now) : unsealed(row);
    if (!message) {
      await tx.update(messages).set({ state: "dropped", nextTryAt: null }).where(eq(messages.id, row.id));
      return "put off";
    }
    const send = ports[message.channel] as Send<Message>;
    const tried = await tryOnce(send(row.id, message), row.tries, now);
    await tx.update(messages).set(tried).where(eq(messages.id, row.id));
    return tried.state === "sent" ? "sent" : "put off";
  });
}
