import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import type { wordsInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { readReviewsSoFar } from "./reviews.ts";
import { takeStep } from "./take-step.ts";

type Hearing = z.output<typeof wordsInput>;

/** 听证: the superior office hears both sides, and says when and where. Its own time stands still meanwhile (art. 36). */
export function beginHearing(db: Db, actor: Actor, input: Hearing, now: Now): Promise<Letter> {
  return hold(db, actor, "hear", input, now);
}

/** What the hearing found. The time for deciding goes on; a day touched by the hearing is not counted. */
export function endHearing(db: Db, actor: Actor, input: Hearing, now: Now): Promise<Letter> {
  return hold(db, actor, "heard", input, now);
}

async function hold(db: Db, actor: Actor, step: "hear" | "heard", input: Hearing, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, step, now, async (tx, before) => {
    const { hearing } = await readReviewsSoFar(tx, before.id);
    if (hearing === (step === "hear")) throw new Refusal(hearing ? "letters.hearingRuns" : "letters.noHearing");
    return { words: input.words };
  });
  return letter;
}
