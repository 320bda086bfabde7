import { and, desc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { undoInput } from "./input.ts";
import { restore, takeReviewBack } from "./moderate.ts";
import { lockComment, lockModeratedPost, lockUpdate } from "./subject.ts";

export const undoMinutes = 10;

const acts = [
  "comment.hide",
  "comment.restore",
  "comment.review",
  "comment.unreview",
  "post.hide",
  "post.restore",
  "update.hide",
  "update.restore",
];

const locks = { comment: lockComment, post: lockModeratedPost, update: lockUpdate };

/** Takes back one's own last hiding or review within ten minutes. It does not vanish: the log shows that it was undone. */
export async function undoModeration(db: Db, actor: Actor, { subject }: z.output<typeof undoInput>, now: Now) {
  await transact(db, async (tx) => {
    const [noun, id] = subject.split(":") as [keyof typeof locks, string];
    const of = await locks[noun](tx, actor, Number(id));
    const [last] = await tx
      .select({ what: events.what, personId: events.personId, at: events.at })
      .from(events)
      .where(and(eq(events.subject, subject), inArray(events.what, acts)))
      .orderBy(desc(events.id))
      .limit(1);
    if (!last || !/\.(hide|review)$/.test(last.what)) throw new Refusal("moderation.nothingToUndo");
    if (!isPerson(actor) || last.personId !== actor.id) throw new Refusal("moderation.notYours");
    if (now.at.getTime() >= last.at.getTime() + undoMinutes * 60_000) {
      throw new Refusal("moderation.undoTooLate", { minutes: undoMinutes });
    }
    if (last.what.endsWith(".hide")) await restore(tx, of, actor, now, { undone: true });
    else await takeReviewBack(tx, of, actor, now, { undone: true });
  });
}
