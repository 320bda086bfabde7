import { eq } from "drizzle-orm";
import { dispatches, type NoticeChannel, noticeChannels, notices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { readPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { queueMessage } from "#domain/messages/queue.ts";
import { type Content, readContents } from "./contents.ts";
import { endOfQuiet, nextAt } from "./hours.ts";
import { messageOf } from "./message-of.ts";
import { type Reach, readReach } from "./reach.ts";
import { isWorthSms } from "./told.ts";

/**
 * Sends a notice over the channels its reader chose: by itself, or kept for the day's digest. In their quiet hours messages
 * wait until the end of them, but for danger to life, which waits for nothing and no digest.
 */
export async function dispatch(tx: Tx, noticeId: number, now: Now): Promise<void> {
  const [notice] = await tx.select({ personId: notices.personId }).from(notices).where(eq(notices.id, noticeId));
  const person = notice && (await readPerson(tx, notice.personId));
  const [content] = person ? await readContents(tx, person, [noticeId]) : [];
  if (!person || !content) return;
  const personId = person.id;
  const reach = await readReach(tx, personId);
  for (const channel of noticeChannels.filter((one) => reach.to[one] !== null)) {
    const way = wayOf(reach, channel, content, now);
    if (!way) continue;
    const message = "notBefore" in way && (await messageOf(tx, channel, reach, personId, [content], now));
    const messageId = message ? await queueMessage(tx, "notice", message, now, way.notBefore) : null;
    const digestAt = "digestAt" in way ? way.digestAt : null;
    await tx.insert(dispatches).values({ noticeId, channel, personId, messageId, digestAt });
  }
}

function wayOf({ paces, settings }: Reach, channel: NoticeChannel, content: Content, now: Now) {
  const { kind, name, danger } = content;
  const pace = paces[kind][channel];
  if (pace === "never") return null;
  if (pace === "digest" && !danger) return { digestAt: nextAt(settings.digestHour, now) };
  if (channel === "sms" && kind === "own" && !isWorthSms(name)) return null;
  return { notBefore: (danger ? null : endOfQuiet(settings, now)) ?? now.at };
}
