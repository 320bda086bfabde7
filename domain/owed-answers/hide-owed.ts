import { and, eq, inArray, notExists, or, sql } from "drizzle-orm";
import { comments, events, owedAnswers, posts } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import { stop } from "./settle-answer.ts";

/** What is hidden or shown again. Under an update of a thread nothing is owed. */
interface Moderated {
  what: "comment" | "post" | "update";
  id: number;
}

const under = { comment: owedAnswers.commentId, post: owedAnswers.postId };

/** Nobody can answer what nobody can see. */
export async function stopHidden(tx: Tx, of: Moderated, eventId: number, now: Now): Promise<void> {
  if (of.what !== "update") await stop(tx, eq(under[of.what], of.id), eventId, now);
}

/** Shown again it is owed by its first date: hiding wins nobody time. */
export async function oweAgain(tx: Tx, of: Moderated): Promise<void> {
  if (of.what === "update") return;
  const hidings = tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.id, owedAnswers.stoppedEventId), inArray(events.what, ["comment.hide", "post.hide"])));
  const hidden = tx
    .select({ one: sql`1` })
    .from(posts)
    .leftJoin(comments, eq(comments.id, owedAnswers.commentId))
    .where(
      and(
        eq(posts.id, owedAnswers.postId),
        or(sql`${posts.hiddenAt} is not null`, sql`${comments.hiddenAt} is not null`),
      ),
    );
  await tx
    .update(owedAnswers)
    .set({ stoppedAt: null, stoppedEventId: null })
    .where(and(eq(under[of.what], of.id), inArray(owedAnswers.stoppedEventId, hidings), notExists(hidden)));
}
