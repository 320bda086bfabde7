import { and, eq, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { unseal } from "#domain/people/seal.ts";
import type { Send } from "./port.ts";
import type { ShortMessage } from "./queue.ts";

type Message = typeof messages.$inferSelect;

/** Minutes until the next try after the first, second … one; after the last the message has failed. */
const pauses = [1, 5, 30, 120, 480];

const atOnce = 50;

/**
 * Delivers what is due, for the timetable: may run twice at once, or be killed midway, and sends nothing twice that the
 * provider does not recognise by its id. Answers how many went out.
 */
export async function deliverMessages(db: Db, now: Now, send: Send): Promise<number> {
  let sent = 0;
  for (let n = 0; n < atOnce; n += 1) {
    const outcome = await deliverNext(db, now, send);
    if (outcome === "nothing due") break;
    if (outcome === "sent") sent += 1;
  }
  return sent;
}

/** One message a transaction: its row stays locked while it is on its way, so that nobody else takes it. */
function deliverNext(db: Db, now: Now, send: Send): Promise<"sent" | "put off" | "nothing due"> {
  return transact(db, async (tx) => {
    const [message] = await tx
      .select()
      .from(messages)
      .where(and(eq(messages.state, "waiting"), lte(messages.nextTryAt, now.at)))
      .orderBy(messages.nextTryAt, messages.id)
      .limit(1)
      .for("update", { skipLocked: true });
    if (!message) return "nothing due";
    const problem = await send(message.id, JSON.parse(unseal(message.sealed)) as ShortMessage).then(
      () => null,
      (error: unknown) => String(error instanceof Error ? error.message : error).slice(0, 200),
    );
    const rest = problem === null ? arrived(now) : putOff(message, problem, now);
    await tx
      .update(messages)
      .set({ tries: message.tries + 1, ...rest })
      .where(eq(messages.id, message.id));
    return problem === null ? "sent" : "put off";
  });
}

const arrived = (now: Now) => ({ state: "sent" as const, sentAt: now.at, nextTryAt: null, problem: null });

function putOff({ tries }: Message, problem: string, now: Now) {
  const minutes = pauses[tries];
  if (minutes === undefined) return { state: "failed" as const, nextTryAt: null, problem };
  return { nextTryAt: new Date(now.at.getTime() + minutes * 60_000), problem };
}
