import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { dispatches, type NoticeChannel } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { queueMessage } from "#domain/messages/queue.ts";
import { messageOf } from "./message-of.ts";
import { readReach } from "./reach.ts";
import { stillWanted } from "./still-wanted.ts";

/** In one run: the next one goes on where this one ended. */
const atOnce = 200;

/**
 * For the timetable: whose hour has come gets one message with everything since the last one. Nothing to tell, no message.
 * Answers how many were queued.
 */
export async function sendDigests(db: Db, now: Now): Promise<number> {
  const due = await db
    .selectDistinct({ personId: dispatches.personId, channel: dispatches.channel })
    .from(dispatches)
    .where(and(isNull(dispatches.messageId), lte(dispatches.digestAt, now.at)))
    .limit(atOnce);
  let queued = 0;
  for (const { personId, channel } of due) if (await sendDigest(db, personId, channel, now)) queued += 1;
  return queued;
}

function sendDigest(db: Db, personId: number, channel: NoticeChannel, now: Now): Promise<boolean> {
  return transact(db, async (tx) => {
    const waiting = await tx
      .select({ noticeId: dispatches.noticeId })
      .from(dispatches)
      .where(and(eq(dispatches.personId, personId), eq(dispatches.channel, channel), isNull(dispatches.messageId)))
      .orderBy(asc(dispatches.noticeId))
      .for("update", { skipLocked: true });
    const noticeIds = waiting.map(({ noticeId }) => noticeId);
    const reach = await readReach(tx, personId);
    const contents = await stillWanted(tx, personId, channel, reach, noticeIds);
    const message = contents.length > 0 ? await messageOf(tx, channel, reach, personId, contents, now) : null;
    const of = (ids: number[]) => and(eq(dispatches.channel, channel), inArray(dispatches.noticeId, ids));
    const told = message ? contents.map(({ id }) => id) : [];
    // Hidden meanwhile, or the address is gone: it is not told this way any more.
    await tx.delete(dispatches).where(of(noticeIds.filter((id) => !told.includes(id))));
    if (!message) return false;
    const messageId = await queueMessage(tx, "notice", message, now);
    await tx.update(dispatches).set({ messageId }).where(of(told));
    return true;
  });
}
