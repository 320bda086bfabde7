import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { leaders, standardWordings } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { Refusal } from "#domain/refusal.ts";
import type { addWordingInput, changeWordingInput, wordingOnly } from "./input.ts";

/** More than this nobody finds under the thumb. */
const most = 12;

/** A sentence more at the end of the position's list; one that stands there already is not added twice. */
export async function addWording(db: Db, actor: Actor, input: z.output<typeof addWordingInput>, now: Now) {
  await transact(db, async (tx) => {
    const { leaderId, words, use } = input;
    authorize(actor, "wording.keep", { leaderId });
    const own = await lockList(tx, leaderId);
    if (own.some((one) => one.words === words)) throw new Refusal("wordings.twice");
    if (own.length >= most) throw new Refusal("wordings.full", { most });
    await tx.insert(standardWordings).values({ leaderId, words, use, sort: (own.at(-1)?.sort ?? 0) + 1 });
    await recordKeeping(tx, actor, "wording.add", leaderId, now);
  });
}

export async function changeWording(db: Db, actor: Actor, input: z.output<typeof changeWordingInput>, now: Now) {
  await keeping(db, actor, input.wordingId, "wording.change", now, async (tx, { id }) => {
    await tx.update(standardWordings).set({ words: input.words, use: input.use }).where(eq(standardWordings.id, id));
  });
}

/** What was said with it stays said; it is only offered no more. */
export async function removeWording(db: Db, actor: Actor, input: z.output<typeof wordingOnly>, now: Now) {
  await keeping(db, actor, input.wordingId, "wording.remove", now, async (tx, { id }) => {
    await tx.delete(standardWordings).where(eq(standardWordings.id, id));
  });
}

/** Changes places with the one before it; the first stays where it is. */
export async function moveWordingUp(db: Db, actor: Actor, input: z.output<typeof wordingOnly>, now: Now) {
  await keeping(db, actor, input.wordingId, "wording.move", now, async (tx, { id, leaderId, sort }) => {
    const [before] = await tx
      .select({ id: standardWordings.id, sort: standardWordings.sort })
      .from(standardWordings)
      .where(and(eq(standardWordings.leaderId, leaderId), lt(standardWordings.sort, sort)))
      .orderBy(desc(standardWordings.sort))
      .limit(1);
    if (!before) return;
    await tx.update(standardWordings).set({ sort: before.sort }).where(eq(standardWordings.id, id));
    await tx.update(standardWordings).set({ sort }).where(eq(standardWordings.id, before.id));
  });
}

type Row = typeof standardWordings.$inferSelect;

/** Finds one in a list that is this person's to keep; any other is not there for them. */
async function keeping(
  db: Db,
  actor: Actor,
  wordingId: number,
  what: string,
  now: Now,
  change: (tx: Tx, wording: Row) => Promise<void>,
): Promise<void> {
  await transact(db, async (tx) => {
    const [found] = await tx.select().from(standardWordings).where(eq(standardWordings.id, wordingId));
    if (!found || !can(actor, "wording.keep", found)) throw new Refusal("wordings.missing");
    const wording = (await lockList(tx, found.leaderId)).find(({ id }) => id === wordingId);
    if (!wording) throw new Refusal("wordings.missing");
    await change(tx, wording);
    await recordKeeping(tx, actor, what, found.leaderId, now);
  });
}

/** One change at a time: of two who add at once each has a place of its own. */
async function lockList(tx: Tx, leaderId: number): Promise<Row[]> {
  await tx.select({ id: leaders.id }).from(leaders).where(eq(leaders.id, leaderId)).for("update");
  return tx
    .select()
    .from(standardWordings)
    .where(eq(standardWordings.leaderId, leaderId))
    .orderBy(asc(standardWordings.sort), asc(standardWordings.id));
}

/** Private: what a leader has ready to say is said only when they say it. */
async function recordKeeping(tx: Tx, actor: Actor, what: string, leaderId: number, now: Now): Promise<void> {
  await record(tx, {
    what,
    topics: [],
    actor,
    as: { role: "leader", leaderId },
    subject: `leader:${leaderId}`,
    public: false,
    at: now.at,
  });
}
