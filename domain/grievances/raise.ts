import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { grievances } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { lengthOf, plainText } from "#domain/plain-text.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import { findAct } from "./act.ts";
import { longestGrievance, type raiseInput } from "./input.ts";

/**
 * 申诉: whose words were hidden, or whose votes were struck, contests that act once and within some days. The words go to
 * those who may decide, and to nobody else: they may repeat what was hidden.
 */
export async function raiseGrievance(
  db: Db,
  actor: Actor,
  input: z.output<typeof raiseInput>,
  now: Now,
): Promise<{ id: number }> {
  const words = grievanceWords(input.words);
  return transact(db, async (tx) => {
    const act = await findAct(tx, input.of);
    authorize(actor, "grievance.raise", act.struck);
    if (!isPerson(actor)) throw new Refusal("signInFirst");
    if (!act.holds) throw new Refusal("grievances.undone");
    const { "grievance.within": days } = await readPolicies(tx, now.today);
    if (now.today > addDays(civilDateOf(act.at), days)) throw new Refusal("grievances.over", { days });
    const raisedEventId = await record(tx, {
      what: "grievance.raise",
      topics: ["grievances"],
      actor,
      as: { role: "citizen" },
      subject: act.subject,
      counts: { post: act.postId, act: act.eventId },
      words,
      public: false,
      at: now.at,
    });
    const { eventId: actEventId, subject, postId, doneById } = act;
    const [raised] = await tx
      .insert(grievances)
      .values({ actEventId, subject, postId, personId: actor.id, doneById, raisedAt: now.at, raisedEventId })
      .onConflictDoNothing()
      .returning({ id: grievances.id });
    if (!raised) throw new Refusal("grievances.twice");
    return raised;
  });
}

/** What is said for and against, as it is kept. */
export function grievanceWords(typed: string): string {
  const words = plainText(typed);
  if (!words) throw new Refusal("grievances.wordsMissing");
  if (lengthOf(words) > longestGrievance) throw new Refusal("grievances.tooLong", { maximum: longestGrievance });
  return words;
}
