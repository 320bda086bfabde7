import { and, eq, inArray } from "drizzle-orm";
import { notices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { StampedEvent } from "#domain/events/stamped.ts";
import type { Mentioning, Said } from "#domain/mentions/read-said.ts";
import { tell } from "./tell.ts";

interface Mention {
  event: StampedEvent;
  kind: Mentioning;
  said: Said;
  /** Who is named in it for the first time. */
  named: readonly number[];
}

/** Whoever is named with an @ is told of it, once however often the words are hidden and shown again; nobody of themselves. */
export async function tellMentioned(tx: Tx, { event, kind, said, named }: Mention, now: Now): Promise<void> {
  const others = named.filter((personId) => personId !== said.authorId);
  if (others.length === 0) return;
  const about = `${kind}:${said.ofId}`;
  const told = await tx
    .select({ personId: notices.personId })
    .from(notices)
    .where(and(inArray(notices.personId, others), eq(notices.kind, "mentions"), eq(notices.about, about)));
  const fresh = others.filter((personId) => !told.some((notice) => notice.personId === personId));
  const where = kind === "comment" ? { commentId: said.ofId } : { postId: said.postId };
  const what = `mention.${kind}`;
  await tell(tx, { eventId: event.id, at: event.at, what, kind: "mentions", about, ...where }, fresh, now);
}
