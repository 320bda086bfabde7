import type { NoticeChannel } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findLetter } from "#domain/letters/letter.ts";
import type { Message } from "#domain/messages/queue.ts";
import { makeRatingLink } from "#domain/ratings/links.ts";
import type { Content } from "./contents.ts";
import { mailOf } from "./mail-of.ts";
import type { Reach } from "./reach.ts";
import { smsOf } from "./sms-of.ts";

/** The message that says all of these: one notice, or a day's digest. Null where nobody can be reached this way. */
export async function messageOf(
  tx: Tx,
  channel: NoticeChannel,
  { to, settings }: Pick<Reach, "to" | "settings">,
  personId: number,
  contents: readonly Content[],
  now: Now,
): Promise<Message | null> {
  const address = to[channel];
  if (address === null) return null;
  const linked: Content[] = [];
  for (const content of contents) linked.push({ ...content, path: await pathOf(tx, content, now) });
  return channel === "sms"
    ? { channel, to: address, text: smsOf(linked) }
    : { channel, to: address, ...mailOf(linked, { personId, language: settings.language }) };
}

/** Whoever is asked to judge can do it at once, without signing in; all else is read on its own page. */
async function pathOf(tx: Tx, { kind, name, letterId, path }: Content, now: Now): Promise<string> {
  if (kind !== "own" || name !== "answer" || letterId === null) return path;
  const letter = await findLetter(tx, letterId);
  return letter && letter.authorId !== null ? `/rate/${await makeRatingLink(tx, letter, now)}` : path;
}
