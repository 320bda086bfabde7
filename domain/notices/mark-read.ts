import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { notices } from "#db/schema/index.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { noticeOnly } from "./input.ts";

async function readUnread(db: Db, person: Person, which: SQL | undefined, now: Now): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: now.at })
    .where(and(eq(notices.personId, person.id), which, isNull(notices.readAt)));
}

/** Reading what a notice without a letter is about reads it. */
export async function markReadOf(db: Db, person: Person, what: string, now: Now): Promise<void> {
  await readUnread(db, person, eq(notices.what, what), now);
}

/** Opening a letter reads all that its reader was told of it. */
export async function markRead(db: Db, person: Person, letterId: number, now: Now): Promise<void> {
  await readUnread(db, person, eq(notices.letterId, letterId), now);
}

/** 全部标为已读. */
export async function markAllRead(db: Db, actor: Actor, now: Now): Promise<void> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  await readUnread(db, actor, undefined, now);
}

/** Reads one, with the older ones that stand under it. Somebody else's is not there. */
export async function markOneRead(
  db: Db,
  actor: Actor,
  { noticeId }: z.output<typeof noticeOnly>,
  now: Now,
): Promise<void> {
  const person = await ownerOf(db, actor, noticeId);
  await readUnread(db, person, or(eq(notices.id, noticeId), eq(notices.foldedInto, noticeId)), now);
}

/** 标为未读: to come back to it. */
export async function markUnread(db: Db, actor: Actor, { noticeId }: z.output<typeof noticeOnly>): Promise<void> {
  const person = await ownerOf(db, actor, noticeId);
  await db
    .update(notices)
    .set({ readAt: null })
    .where(and(eq(notices.personId, person.id), eq(notices.id, noticeId)));
}

async function ownerOf(db: Db, actor: Actor, noticeId: number): Promise<Person> {
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  const own = await db.$count(notices, and(eq(notices.id, noticeId), eq(notices.personId, actor.id)));
  if (own === 0) throw new Refusal("notices.missing");
  return actor;
}
