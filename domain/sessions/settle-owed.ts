import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { comments, mailboxes, owedQuestions, sessionHosts } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { proposeTitle } from "#domain/letters/propose-title.ts";
import { isRefusal } from "#domain/refusal.ts";

const batch = 100;

/** It was hidden meanwhile, or somebody was faster and it is a letter: nothing is left to do. */
const settled = ["comments.missing", "letters.commentTaken", "letters.commentReviewed"];

/**
 * The timetable: makes a letter of each question on a debt list, one transaction each. Killed midway it goes on where it
 * was, and no question becomes two letters. Says how many letters it made.
 */
export async function settleOwed(db: Db, now: Now): Promise<number> {
  const waiting = await db
    .select({ id: owedQuestions.id })
    .from(owedQuestions)
    .where(isNull(owedQuestions.settledAt))
    .orderBy(asc(owedQuestions.id))
    .limit(batch);
  let made = 0;
  for (const { id } of waiting) {
    if (await transact(db, (tx) => settle(tx, id, now))) made += 1;
  }
  return made;
}

async function settle(tx: Tx, id: number, now: Now): Promise<boolean> {
  const [owed] = await tx
    .select({ postId: owedQuestions.postId, commentId: owedQuestions.commentId })
    .from(owedQuestions)
    .where(and(eq(owedQuestions.id, id), isNull(owedQuestions.settledAt)))
    .for("update", { skipLocked: true });
  if (!owed) return false;
  const made = await becomeLetter(tx, owed, now);
  if (made !== "later") await tx.update(owedQuestions).set({ settledAt: now.at }).where(eq(owedQuestions.id, id));
  return made === "made";
}

/** The platform does not judge what a question is: it asks. Whoever accepts the letter says what kind it is. */
async function becomeLetter(
  tx: Tx,
  { postId, commentId }: { postId: number; commentId: number },
  now: Now,
): Promise<"made" | "already" | "later"> {
  const [comment] = await tx
    .select({ body: comments.body, demo: comments.demo })
    .from(comments)
    .where(eq(comments.id, commentId));
  const { body, demo } = comment!;
  const mailbox = await mailboxOfHosts(tx, postId);
  try {
    const letter = { commentId, kind: "inquiry" as const, title: proposeTitle(body), body, mailbox, demo };
    await convertComment(tx, clock, letter, now);
    return "made";
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // No mailbox of the region is open: what is owed stays owed.
    return settled.includes(error.key) ? "already" : "later";
  }
}

/** The first host's who has one that is open; without one the region's, as for any letter. */
async function mailboxOfHosts(tx: Tx, postId: number): Promise<string> {
  const ofHost = or(
    eq(mailboxes.leaderId, sessionHosts.leaderId),
    and(isNull(sessionHosts.leaderId), isNull(mailboxes.leaderId), eq(mailboxes.officeId, sessionHosts.officeId)),
  );
  const [mailbox] = await tx
    .select({ slug: mailboxes.slug })
    .from(sessionHosts)
    .innerJoin(mailboxes, ofHost)
    .where(and(eq(sessionHosts.postId, postId), isNull(mailboxes.closedAt)))
    .orderBy(asc(sessionHosts.sort), asc(mailboxes.id))
    .limit(1);
  return mailbox?.slug ?? "";
}
