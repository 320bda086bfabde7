import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { grievances } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { type Capacity, record } from "#domain/events/record.ts";
import { restore } from "#domain/moderation/moderate.ts";
import { lockComment, lockModeratedPost, lockUpdate, moderatorOf } from "#domain/moderation/subject.ts";
import { Refusal } from "#domain/refusal.ts";
import { alone } from "#domain/votes/alone.ts";
import { takeStrikeBack } from "#domain/votes/invalidate.ts";
import { type Act, findAct } from "./act.ts";
import type { decideInput } from "./input.ts";
import { grievanceWords } from "./raise.ts";

/**
 * Another moderator than the one who did it, of the region or of one above, decides with a reason that everybody reads: it
 * stands, or what was hidden is shown again and struck votes count again.
 */
export async function decideGrievance(
  db: Db,
  actor: Actor,
  input: z.output<typeof decideInput>,
  now: Now,
): Promise<void> {
  const words = grievanceWords(input.words);
  await transact(db, async (tx) => {
    // Who counts votes comes first everywhere: else two who wait for each other would wait for ever.
    await alone(tx, true);
    const [grievance] = await tx.select().from(grievances).where(eq(grievances.id, input.grievanceId)).for("update");
    if (!grievance) throw new Refusal("grievances.missing");
    const act = await findAct(tx, grievance.subject);
    const { doneById, personId } = grievance;
    authorize(actor, "grievance.decide", { lineage: act.lineage, doneById, personId });
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    if (grievance.state !== "raised") throw new Refusal("grievances.decided");
    const stillTheSame = act.holds && act.eventId === grievance.actEventId;
    if (input.outcome === "restored" && stillTheSame) await undo(tx, act, actor, grievance.id, now);
    const as = await moderatorOf(tx, actor, act.lineage);
    const decidedEventId = await tell(tx, `grievance.${input.outcome}`, act, { actor, as }, words, now);
    await tellPerson(tx, personId, grievance.id, now);
    await tx
      .update(grievances)
      .set({
        state: input.outcome,
        decidedById: actor.id,
        byOfficeId: as.officeId ?? null,
        decidedAt: now.at,
        decidedEventId,
      })
      .where(eq(grievances.id, grievance.id));
  });
}

const locks = { comment: lockComment, post: lockModeratedPost, update: lockUpdate };

async function undo(tx: Tx, { what, id }: Act, actor: Actor, contest: number, now: Now): Promise<void> {
  if (what === "invalidation") await takeStrikeBack(tx, actor, id, now, { contest });
  else await restore(tx, await locks[what](tx, actor, id), actor, now, { contest });
}

function tell(
  tx: Tx,
  what: string,
  act: Act,
  by: { actor: Actor; as: Capacity },
  words: string,
  now: Now,
): Promise<number> {
  return record(tx, {
    what,
    topics: [`post:${act.postId}`, "log"],
    ...by,
    subject: act.subject,
    counts: { post: act.postId, ...(act.what === "comment" && { comment: act.id }) },
    words,
    public: true,
    at: now.at,
  });
}

/** On a topic of their own: the public event must not tell whose comment it was. */
async function tellPerson(tx: Tx, personId: number, grievanceId: number, now: Now): Promise<void> {
  await record(tx, {
    what: "grievance.tell",
    topics: [`person:${personId}`],
    actor: { kind: "clock" },
    as: { role: "clock" },
    subject: `grievance:${grievanceId}`,
    public: false,
    at: now.at,
  });
}
