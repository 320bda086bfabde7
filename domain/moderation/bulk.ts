import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { bulkActs } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { bulkChoice, bulkInput } from "./input.ts";
import { hide, restore, review, takeReviewBack } from "./moderate.ts";
import { lockComment, type Moderated } from "./subject.ts";
import { undoMinutes } from "./undo.ts";

type Bulk = z.output<typeof bulkInput>;

/** Hidden already, or, where all are to be left, looked at already: it is passed over, and the preview says so. */
const isDone = ({ hiddenAt, reviewedAt }: Pick<Moderated, "hiddenAt" | "reviewedAt">, act: Bulk["act"]) =>
  hiddenAt !== null || (act === "review" && reviewedAt !== null);

export interface BulkPreview {
  does: number[];
  skips: number[];
}

/** What a bulk act would do, and what it would pass over because somebody was faster. */
export async function previewBulk(db: Db, actor: Actor, { commentIds, act }: Bulk): Promise<BulkPreview> {
  return transact(db, async (tx) => {
    const all = await lockAll(tx, actor, commentIds);
    return {
      does: all.filter((one) => !isDone(one, act)).map(({ id }) => id),
      skips: all.filter((one) => isDone(one, act)).map(({ id }) => id),
    };
  });
}

/**
 * Hides or leaves several comments at once. Each is an act of its own in the public log, with its reason and the number of
 * the bulk act; what somebody else has dealt with meanwhile is passed over.
 */
export async function actInBulk(db: Db, actor: Actor, input: Bulk, now: Now): Promise<{ id: number; done: number }> {
  return transact(db, async (tx) => {
    const { commentIds, act, code } = input;
    const all = (await lockAll(tx, actor, commentIds)).filter((one) => !isDone(one, act));
    if (all.length === 0) throw new Refusal("moderation.nothingLeft");
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    const [made] = await tx
      .insert(bulkActs)
      .values({ personId: actor.id, act, commentIds: all.map(({ id }) => id), at: now.at })
      .returning({ id: bulkActs.id });
    const along = { bulk: made!.id };
    for (const one of all) {
      if (act === "hide") await hide(tx, one, code!, actor, now, along);
      else await review(tx, one, actor, now, along);
    }
    return { id: made!.id, done: all.length };
  });
}

/** Takes the whole bulk act back within ten minutes; what was changed again by somebody since then is left alone. */
export async function undoBulk(
  db: Db,
  actor: Actor,
  { bulkId }: z.output<typeof bulkChoice>,
  now: Now,
): Promise<number> {
  return transact(db, async (tx) => {
    const [bulk] = await tx.select().from(bulkActs).where(eq(bulkActs.id, bulkId)).for("update");
    authorize(actor, "moderation.desk");
    if (!bulk || !isPerson(actor) || bulk.personId !== actor.id) throw new Refusal("moderation.notYours");
    if (bulk.undoneAt) throw new Refusal("moderation.nothingToUndo");
    if (bulk.at <= undoableSince(now)) throw new Refusal("moderation.undoTooLate", { minutes: undoMinutes });
    const still = (await lockAll(tx, actor, bulk.commentIds)).filter((one) =>
      isSame(bulk.act === "hide" ? one.hiddenAt : one.reviewedAt, bulk.at),
    );
    const along = { undone: true, bulk: bulkId } as const;
    for (const one of still) {
      if (bulk.act === "hide") await restore(tx, one, actor, now, along);
      else await takeReviewBack(tx, one, actor, now, along);
    }
    await tx.update(bulkActs).set({ undoneAt: now.at }).where(eq(bulkActs.id, bulkId));
    return still.length;
  });
}

const isSame = (one: Date | null, other: Date) => one?.getTime() === other.getTime();

const undoableSince = (now: Now) => new Date(now.at.getTime() - undoMinutes * 60_000);

/** In the order of their ids, so that two who act on the same ones do not wait for each other for ever. */
async function lockAll(tx: Tx, actor: Actor, commentIds: number[]): Promise<Moderated[]> {
  const all: Moderated[] = [];
  for (const id of [...new Set(commentIds)].sort((a, b) => a - b)) all.push(await lockComment(tx, actor, id));
  return all;
}

/** One's own newest bulk act, as long as it can be taken back. */
export async function readOwnBulk(
  db: Db,
  actor: Actor,
  now: Now,
): Promise<{ id: number; act: Bulk["act"]; n: number; at: Date; until: Date } | null> {
  if (!isPerson(actor)) return null;
  const [bulk] = await db
    .select()
    .from(bulkActs)
    .where(and(eq(bulkActs.personId, actor.id), isNull(bulkActs.undoneAt), gt(bulkActs.at, undoableSince(now))))
    .orderBy(desc(bulkActs.id))
    .limit(1);
  if (!bulk) return null;
  const until = new Date(bulk.at.getTime() + undoMinutes * 60_000);
  return { id: bulk.id, act: bulk.act, n: bulk.commentIds.length, at: bulk.at, until };
}
