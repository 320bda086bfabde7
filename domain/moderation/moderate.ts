import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { comments, posts, updates } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { reopenFlags, settleFlags } from "#domain/flags/settle.ts";
import { oweAgain, stopHidden } from "#domain/owed-answers/hide-owed.ts";
import { Refusal } from "#domain/refusal.ts";
import type { HidingCode } from "./codes.ts";
import type {
  commentChoice,
  hideCommentInput,
  hidePostInput,
  hideUpdateInput,
  postChoice,
  updateChoice,
} from "./input.ts";
import { hideWords, lockComment, lockModeratedPost, lockUpdate, log, type Moderated, moderatorOf } from "./subject.ts";

/** Hides a comment with a public reason. A stone stays in its place and an entry in the public log, with the office. */
export async function hideComment(db: Db, actor: Actor, input: z.output<typeof hideCommentInput>, now: Now) {
  await transact(db, async (tx) => hide(tx, await lockComment(tx, actor, input.commentId), input.code, actor, now));
}

/** Hides a post, its discussion with it. */
export async function hidePost(db: Db, actor: Actor, input: z.output<typeof hidePostInput>, now: Now) {
  await transact(db, async (tx) => hide(tx, await lockModeratedPost(tx, actor, input.postId), input.code, actor, now));
}

/** Hides one update of a thread. Its number stays, with the stone. */
export async function hideUpdate(db: Db, actor: Actor, input: z.output<typeof hideUpdateInput>, now: Now) {
  await transact(db, async (tx) => hide(tx, await lockUpdate(tx, actor, input.updateId), input.code, actor, now));
}

export async function restoreUpdate(db: Db, actor: Actor, input: z.output<typeof updateChoice>, now: Now) {
  await transact(db, async (tx) => restore(tx, await lockUpdate(tx, actor, input.updateId), actor, now));
}

/** Shows a hidden comment again, words and all; the log keeps both entries. */
export async function restoreComment(db: Db, actor: Actor, input: z.output<typeof commentChoice>, now: Now) {
  await transact(db, async (tx) => restore(tx, await lockComment(tx, actor, input.commentId), actor, now));
}

export async function restorePost(db: Db, actor: Actor, input: z.output<typeof postChoice>, now: Now) {
  await transact(db, async (tx) => restore(tx, await lockModeratedPost(tx, actor, input.postId), actor, now));
}

/** 留在评论区: somebody has read it, and it needs no letter. It leaves the queue and stays where it is. */
export async function reviewComment(db: Db, actor: Actor, input: z.output<typeof commentChoice>, now: Now) {
  await transact(db, async (tx) => review(tx, await lockComment(tx, actor, input.commentId), actor, now));
}

/** What a single act says beside the reason: that it was undone, or of which bulk act it is one. */
export type Along = { undone?: true; bulk?: number; contest?: number };

export async function hide(tx: Tx, of: Moderated, code: HidingCode, actor: Actor, now: Now, along: Along = {}) {
  if (of.hiddenAt) throw new Refusal("moderation.alreadyHidden");
  const as = await moderatorOf(tx, actor, of.lineage);
  await setHidden(tx, of, { hiddenAt: now.at, hiddenCode: code, hiddenById: as.officeId ?? null });
  const eventId = await log(tx, "hide", of, { actor, as }, now, { code, ...along });
  await stopHidden(tx, of, eventId, now);
  await settleFlags(tx, `${of.what}:${of.id}`, "hidden", eventId, now);
}

export async function review(tx: Tx, of: Moderated, actor: Actor, now: Now, along: Along = {}) {
  if (of.reviewedAt) return;
  if (of.hiddenAt) throw new Refusal("moderation.alreadyHidden");
  await tx.update(comments).set({ reviewedAt: now.at }).where(eq(comments.id, of.id));
  const as = await moderatorOf(tx, actor, of.lineage);
  await settleFlags(tx, `comment:${of.id}`, "kept", await log(tx, "review", of, { actor, as }, now, along), now);
}

/** Also how a hiding is undone, and how a contest of it succeeds. Says which event it was. */
export async function restore(tx: Tx, of: Moderated, actor: Actor, now: Now, along: Along = {}): Promise<number> {
  if (!of.hiddenAt) throw new Refusal("moderation.notHidden");
  await setHidden(tx, of, { hiddenAt: null, hiddenCode: null, hiddenById: null });
  const by = { actor, as: await moderatorOf(tx, actor, of.lineage) };
  const eventId = await log(tx, "restore", of, by, now, along);
  await oweAgain(tx, of);
  const subject = `${of.what}:${of.id}`;
  if (along.undone) await reopenFlags(tx, subject);
  else await settleFlags(tx, subject, "kept", eventId, now);
  return eventId;
}

/** It waits in the queue again. */
export async function takeReviewBack(tx: Tx, of: Moderated, actor: Actor, now: Now, along: Along) {
  await tx.update(comments).set({ reviewedAt: null }).where(eq(comments.id, of.id));
  await reopenFlags(tx, `comment:${of.id}`);
  await log(tx, "unreview", of, { actor, as: await moderatorOf(tx, actor, of.lineage) }, now, along);
}

type Hidden = { hiddenAt: Date | null; hiddenCode: string | null; hiddenById: number | null };

async function setHidden(tx: Tx, of: Moderated, hidden: Hidden): Promise<void> {
  if (of.what === "post") await tx.update(posts).set(hidden).where(eq(posts.id, of.id));
  else if (of.what === "update") await tx.update(updates).set(hidden).where(eq(updates.id, of.id));
  else await tx.update(comments).set(hidden).where(eq(comments.id, of.id));
  await hideWords(tx, of, hidden.hiddenAt);
}
