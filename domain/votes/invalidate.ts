import { and, desc, eq, max, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, invalidations, posts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { lockModeratedPost, type Moderated, moderatorOf } from "#domain/moderation/subject.ts";
import { rowId } from "#domain/posts/input.ts";
import { Refusal } from "#domain/refusal.ts";
import { alone } from "./alone.ts";
import { amountOf, strike, unstrike, whoVoted } from "./standing.ts";

/** Why votes are struck; the words are in moderation.json under `strikeCodes`. Being many, or of one mind, is no reason. */
export const strikeCodes = ["organised", "machine", "borrowed"] as const;

export const mostStruck = 500;
const accounts = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(rowId).min(1).max(mostStruck),
);
export const strikeInput = z.object({ postId: rowId, personIds: accounts, code: z.enum(strikeCodes) });
export const strikeChoice = z.object({ invalidationId: rowId });

/**
 * A numbered public act (第 n 号): the votes that these accounts have cast under one post, and those they will cast there,
 * count no more. The public reads how many accounts and votes and why, and never whose. The counts are exact at once.
 */
export async function strikeVotes(
  db: Db,
  actor: Actor,
  { postId, personIds, code }: z.output<typeof strikeInput>,
  now: Now,
): Promise<{ id: number; number: number }> {
  return transact(db, async (tx) => {
    await alone(tx, true);
    const post = await lockModeratedPost(tx, actor, postId);
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    if (personIds.includes(actor.id)) throw new Refusal("votes.ownStrike");
    const struck = await whoVoted(tx, postId, personIds);
    if (struck.length === 0) throw new Refusal("votes.nothingToStrike");
    const [last] = await tx.select({ number: max(invalidations.number) }).from(invalidations);
    const number = (last?.number ?? 0) + 1;
    const votes = total(await amountOf(tx, postId, struck));
    const as = await moderatorOf(tx, actor, post.lineage);
    const told = { number, n: struck.length, votes, code };
    const eventId = await tell(tx, "votes.strike", post, { actor, as }, told, now);
    const [made] = await tx
      .insert(invalidations)
      .values({ number, postId, personIds: struck, votes, byId: actor.id, at: now.at, eventId })
      .returning({ id: invalidations.id });
    await strike(tx, postId, struck, made!.id);
    return { id: made!.id, number };
  });
}

/** Takes a numbered act back by a second one, at any time: every vote counts again as it stands now. */
export async function unstrikeVotes(
  db: Db,
  actor: Actor,
  { invalidationId }: z.output<typeof strikeChoice>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    await alone(tx, true);
    await takeStrikeBack(tx, actor, invalidationId, now);
  });
}

/** The same for who holds the lock already; says which event it was. */
export async function takeStrikeBack(
  tx: Tx,
  actor: Actor,
  invalidationId: number,
  now: Now,
  along: { contest?: number } = {},
): Promise<number> {
  const [act] = await tx.select().from(invalidations).where(eq(invalidations.id, invalidationId)).for("update");
  if (!act) throw new Refusal("votes.noSuchStrike");
  const post = await lockModeratedPost(tx, actor, act.postId);
  if (act.undoneAt) throw new Refusal("votes.strikeUndone");
  await unstrike(tx, act.postId, act.id);
  const as = await moderatorOf(tx, actor, post.lineage);
  const told = { number: act.number, n: act.personIds.length, votes: act.votes, ...along };
  const undoneEventId = await tell(tx, "votes.unstrike", post, { actor, as }, told, now);
  await tx.update(invalidations).set({ undoneAt: now.at, undoneEventId }).where(eq(invalidations.id, act.id));
  return undoneEventId;
}

const total = (amount: { up: number; down: number }[]) => amount.reduce((sum, { up, down }) => sum + up + down, 0);

function tell(
  tx: Tx,
  what: "votes.strike" | "votes.unstrike",
  post: Moderated,
  by: { actor: Actor; as: Capacity },
  told: Record<string, string | number>,
  now: Now,
): Promise<number> {
  return record(tx, {
    what,
    topics: post.topics,
    ...by,
    subject: `post:${post.id}`,
    counts: { post: post.id, ...told },
    public: true,
    at: now.at,
  });
}

/** How one thing under the post would read afterwards. */
export interface StrikePreview {
  accounts: number;
  votes: number;
  changes: { commentId: number | null; body: string; before: [number, number]; after: [number, number] }[];
}

const mostShown = 20;

/** What striking these accounts' votes would change, before it is done. */
export async function previewStrike(
  db: Db,
  actor: Actor,
  { postId, personIds }: Pick<z.output<typeof strikeInput>, "postId" | "personIds">,
): Promise<StrikePreview> {
  return transact(db, async (tx) => {
    await lockModeratedPost(tx, actor, postId);
    const struck = await whoVoted(tx, postId, personIds);
    const amount = await amountOf(tx, postId, struck);
    const changes: StrikePreview["changes"] = [];
    for (const { target, targetId, up, down } of amount.filter((one) => one.up + one.down > 0).slice(0, mostShown)) {
      const table = target === "post" ? posts : comments;
      const [now] = await tx
        .select({ body: table.body, up: table.up, down: table.down })
        .from(table)
        .where(eq(table.id, targetId));
      if (!now) continue;
      changes.push({
        commentId: target === "comment" ? targetId : null,
        body: now.body,
        before: [now.up, now.down],
        after: [now.up - up, now.down - down],
      });
    }
    return { accounts: struck.length, votes: total(amount), changes };
  });
}

/** The numbered acts under a post, the newest first, for those who moderate there. */
export async function listStrikes(db: Db, actor: Actor, postId: number, lineage: number[]) {
  authorize(actor, "votes.weigh", { lineage });
  return db
    .select({
      id: invalidations.id,
      number: invalidations.number,
      accounts: sql<number>`cardinality(${invalidations.personIds})`,
      votes: invalidations.votes,
      at: invalidations.at,
      undoneAt: invalidations.undoneAt,
    })
    .from(invalidations)
    .where(and(eq(invalidations.postId, postId)))
    .orderBy(desc(invalidations.id))
    .limit(mostShown);
}
