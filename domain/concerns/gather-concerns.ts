import { and, asc, eq, gt, gte, lt, notExists, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  comments,
  concernMembers,
  concerns,
  concernVerdicts,
  cursors,
  letters,
  offices,
  posts,
} from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { gathers } from "./counted.ts";
import { gather, type Heap } from "./group.ts";
import { historyFrom } from "./surge.ts";
import { weighConcerns } from "./weigh-concerns.ts";

const batch = 2_000;
/** Whoever committed late, behind others already looked at, is looked for once more. */
const overlap = 500;
/** With so many of the same place a new text is compared, the newest of them. */
const compared = 2_000;
/** Less than a sentence is about nothing. */
const shortest = 8;

const lock = 0x636f6e63; // "conc"

/**
 * Lays what was written since the last time to the concerns of its place, and weighs which of them surge. One process at a
 * time, a batch a transaction: cut off midway it goes on where it was. Says how many it laid.
 */
export async function gatherConcerns(db: Db, now: Now): Promise<number> {
  let total = 0;
  for (const source of ["letters", "comments"] as const) {
    for (let seen = batch; seen === batch; ) {
      const done = await transact(db, (tx) => layBatch(tx, source, now));
      total += done.laid;
      seen = done.seen;
    }
  }
  await transact(db, async (tx) => {
    await weighConcerns(tx, now);
    await forgetOld(tx, now);
  });
  return total;
}

interface Fresh {
  kind: "letter" | "comment";
  id: number;
  regionId: number;
  at: Date;
  text: string;
}

async function layBatch(tx: Tx, source: keyof typeof takes, now: Now): Promise<{ seen: number; laid: number }> {
  const [turn] = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as mine`);
  if (!turn!.mine) return { seen: 0, laid: 0 };
  const consumer = `concerns: ${source}`;
  const [cursor] = await tx.select().from(cursors).where(eq(cursors.consumer, consumer));
  const fresh = await takes[source](tx, Math.max(0, (cursor?.position ?? 0) - overlap), now);
  if (fresh.length === 0) return { seen: 0, laid: 0 };
  const position = Math.max(cursor?.position ?? 0, ...fresh.map(({ id }) => id));
  await tx
    .insert(cursors)
    .values({ consumer, position })
    .onConflictDoUpdate({ target: cursors.consumer, set: { position } });
  const long = fresh.filter(({ text }) => Array.from(text.trim()).length >= shortest);
  for (const [regionId, here] of Map.groupBy(long, (one) => one.regionId)) await layHere(tx, regionId, here, now);
  return { seen: fresh.length, laid: long.length };
}

async function takeLetters(tx: Tx, after: number, now: Now): Promise<Fresh[]> {
  const known = tx
    .select({ id: concernMembers.id })
    .from(concernMembers)
    .where(eq(concernMembers.letterId, letters.id));
  const rows = await tx
    .select({ id: letters.id, regionId: letters.regionId, at: letters.sentAt, text: letterText })
    .from(letters)
    .where(and(gt(letters.id, after), gte(letters.sentAt, historyFrom(now.today)), gathers.letter, notExists(known)))
    .orderBy(asc(letters.id))
    .limit(batch);
  return rows.map((row) => ({ kind: "letter", ...row }));
}

async function takeComments(tx: Tx, after: number, now: Now): Promise<Fresh[]> {
  const known = tx
    .select({ id: concernMembers.id })
    .from(concernMembers)
    .where(eq(concernMembers.commentId, comments.id));
  const rows = await tx
    .select({ id: comments.id, regionId: offices.regionId, at: comments.createdAt, text: comments.body })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .innerJoin(offices, eq(offices.id, posts.officeId))
    .where(
      and(gt(comments.id, after), gte(comments.createdAt, historyFrom(now.today)), gathers.comment, notExists(known)),
    )
    .orderBy(asc(comments.id))
    .limit(batch);
  return rows.map((row) => ({ kind: "comment", ...row }));
}

const takes = { letters: takeLetters, comments: takeComments };

const letterText = sql<string>`${letters.title} || E'\\n' || ${letters.body}`;

async function layHere(tx: Tx, regionId: number, fresh: Fresh[], now: Now): Promise<void> {
  const laid = gather(await readKnown(tx, regionId, now), fresh);
  const heaps = new Set(laid.map(({ heap }) => heap));
  for (const heap of heaps) {
    const lastAt = new Date(Math.max(...laid.filter((one) => one.heap === heap).map(({ item }) => item.at.getTime())));
    await keepHeap(tx, heap, regionId, lastAt);
  }
  await tx.insert(concernMembers).values(
    laid.map(({ item: { kind, id, at }, heap }) => ({
      concernId: heap.id!,
      [kind === "letter" ? "letterId" : "commentId"]: id,
      at,
    })),
  );
}

async function keepHeap(tx: Tx, heap: Heap, regionId: number, lastAt: Date): Promise<void> {
  if (heap.id === null) {
    const [made] = await tx.insert(concerns).values({ regionId, lastAt }).returning({ id: concerns.id });
    heap.id = made!.id;
  } else {
    const at = sql`greatest(${concerns.lastAt}, ${lastAt.toISOString()}::timestamptz)`;
    await tx.update(concerns).set({ lastAt: at }).where(eq(concerns.id, heap.id));
  }
}

async function readKnown(tx: Tx, regionId: number, now: Now): Promise<{ text: string; heap: Heap }[]> {
  const rows = await tx.execute<{ concern: string; text: string }>(sql`
    select m.concern_id as concern, coalesce(${letterText}, ${comments.body}) as text
    from concern_members m join concerns c on c.id = m.concern_id
    left join letters on letters.id = m.letter_id left join comments on comments.id = m.comment_id
    where c.region_id = ${regionId} and m.at >= ${historyFrom(now.today).toISOString()}::timestamptz
    order by m.id desc limit ${compared}`);
  const heaps = new Map<string, Heap>();
  for (const { concern } of rows) heaps.set(concern, heaps.get(concern) ?? { id: Number(concern) });
  return [...rows].reverse().map(({ concern, text }) => ({ text, heap: heaps.get(concern)! }));
}

/** What is older than the history is of no use to anybody; what somebody has judged stays. */
async function forgetOld(tx: Tx, now: Now): Promise<void> {
  await tx.delete(concernMembers).where(lt(concernMembers.at, historyFrom(now.today)));
  const judged = tx
    .select({ id: concernVerdicts.id })
    .from(concernVerdicts)
    .where(eq(concernVerdicts.concernId, concerns.id));
  const left = tx
    .select({ id: concernMembers.id })
    .from(concernMembers)
    .where(eq(concernMembers.concernId, concerns.id));
  await tx.delete(concerns).where(and(lt(concerns.lastAt, historyFrom(now.today)), notExists(judged), notExists(left)));
}
