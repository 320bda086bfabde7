import { eq } from "drizzle-orm";
import { dispatches } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Message } from "#domain/messages/queue.ts";
import { messageOf } from "./message-of.ts";
import { readReach } from "./reach.ts";
import { stillWanted } from "./still-wanted.ts";

/**
 * The message as it may leave now. Between queueing and leaving lie quiet hours and a provider's bad day: what its reader may
 * not read any more, or wants no more, is left out, and with nothing left, or no address, there is no message.
 */
export async function stillToSay(tx: Tx, messageId: number, message: Message, now: Now): Promise<Message | null> {
  const carried = await tx.select().from(dispatches).where(eq(dispatches.messageId, messageId));
  const personId = carried[0]?.personId;
  // Queued by a release that did not note down what a message carries.
  if (personId === undefined) return message;
  const noticeIds = carried.map(({ noticeId }) => noticeId);
  const reach = await readReach(tx, personId);
  const contents = await stillWanted(tx, personId, message.channel, reach, noticeIds);
  if (contents.length === noticeIds.length && reach.to[message.channel] === message.to) return message;
  if (contents.length === 0) return null;
  return messageOf(tx, message.channel, reach, personId, contents, now);
}
