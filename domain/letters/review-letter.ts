import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events, reviews } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { findSuperior } from "#domain/offices/superior.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import { startClock } from "./clocks.ts";
import type { wordsInput } from "./input.ts";
import { firstOfficeOf, type Letter } from "./letter.ts";
import { obstacleToAsking, type ReviewStep, readReviewsSoFar } from "./reviews.ts";
import { type Taking, takeStep } from "./take-step.ts";

type Asking = z.output<typeof wordsInput>;

/**
 * 复查: within thirty days of the answer, the closing or the refusal the writer asks the superior office, once (art. 35).
 * It has thirty days to decide.
 */
export function askReview(db: Db, actor: Actor, input: Asking, now: Now): Promise<Letter> {
  return askSuperior(db, actor, "review", input, now);
}

/** 复核: after a decided review, the office above the one that decided it, once; then the matter has ended (art. 36). */
export function askRecheck(db: Db, actor: Actor, input: Asking, now: Now): Promise<Letter> {
  return askSuperior(db, actor, "recheck", input, now);
}

async function askSuperior(db: Db, actor: Actor, step: ReviewStep, input: Asking, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    let asked = 0;
    const { letter, eventId } = await takeStep(tx, actor, input.letterId, step, now, async (_, before) => {
      const { id, taking } = await openReview(tx, before, step, now);
      asked = id;
      return { ...taking, words: input.words };
    });
    await tx.update(reviews).set({ askedEventId: eventId }).where(eq(reviews.id, asked));
    return letter;
  });
}

async function openReview(tx: Tx, letter: Letter, step: ReviewStep, now: Now): Promise<{ id: number; taking: Taking }> {
  const soFar = await readReviewsSoFar(tx, letter.id);
  const obstacle = obstacleToAsking(step, letter, soFar, await readPolicies(tx, now.today), now);
  if (obstacle) throw new Refusal(obstacle.key, obstacle.details);
  const below = await decidedBy(tx, letter, step);
  const superior = await findSuperior(tx, below, [letter.accusedOfficeId, letter.leadOfficeId]);
  if (!superior) throw new Refusal("letters.noSuperior");
  const [review] = await tx
    .insert(reviews)
    .values({ letterId: letter.id, level: step, officeId: superior.id, askedAt: now.at })
    .returning({ id: reviews.id });
  const { id } = review!;
  const clock = await startClock(tx, letter, "review", now, { officeId: superior.id, aboutId: id });
  const due = (clock.working as { dueOn: string }).dueOn;
  return { id, taking: { counts: { due }, change: { reviewOfficeId: superior.id }, desks: [superior.slug] } };
}

/** Whose word is complained of: who decided the review; else who answered; of a refused letter, who refused it. */
async function decidedBy(tx: Tx, letter: Letter, step: ReviewStep): Promise<number> {
  if (step === "recheck") {
    const [review] = await tx
      .select({ officeId: reviews.officeId })
      .from(reviews)
      .where(and(eq(reviews.letterId, letter.id), eq(reviews.level, "review")));
    return review!.officeId;
  }
  if (letter.state !== "refused") return letter.leadOfficeId!;
  const [refusal] = await tx
    .select({ officeId: events.officeId })
    .from(events)
    .where(and(eq(events.subject, `letter:${letter.id}`), eq(events.what, "letter.refuse")))
    .orderBy(desc(events.id))
    .limit(1);
  return refusal?.officeId ?? firstOfficeOf(letter);
}
