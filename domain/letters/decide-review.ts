import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letterOffices, reviews } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Decision, decideInput } from "./decisions.ts";
import type { Letter } from "./letter.ts";
import { type Taking, takeStep } from "./take-step.ts";

const outcomes = { maintain: "maintained", amend: "amended", revoke: "revoked" } as const;

/**
 * The superior office decides (arts. 35-36). Maintained: nothing changes. Amended: the lead office works on it again.
 * Revoked: it goes back to where it was accepted and gets another lead. What was answered and judged stays on record; the
 * work begins a round of its own, with its own time and its own verdict.
 */
export async function decideReview(
  db: Db,
  actor: Actor,
  { letterId, decision, words }: z.output<typeof decideInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, letterId, decision, now, async (_, before) => {
      if (decision === "revoke") await endOffices(tx, letterId, now);
      return { words, change: changeBy(decision, before, now) };
    });
    await tx
      .update(reviews)
      .set({ state: outcomes[decision], decidedAt: now.at, decidedEventId: eventId })
      .where(and(eq(reviews.letterId, letterId), eq(reviews.state, "asked")));
    return letter;
  });
}

function changeBy(decision: Decision, { state, round, acceptedAt }: Letter, now: Now): Taking["change"] {
  if (decision === "maintain") return { reviewOfficeId: null };
  const again = { reviewOfficeId: null, closedAt: null, round: state === "refused" ? round : round + 1 };
  if (decision === "amend") return again;
  return { ...again, leadOfficeId: null, refusalCode: null, acceptedAt: acceptedAt ?? now.at };
}

async function endOffices(tx: Tx, letterId: number, now: Now): Promise<void> {
  await tx
    .update(letterOffices)
    .set({ untilAt: now.at })
    .where(and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt)));
}
