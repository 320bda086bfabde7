import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { letterOnly } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

/** The writer takes it back, as long as no answer has been given. What was public stays in the record as withdrawn. */
export async function withdrawLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof letterOnly>,
  now: Now,
): Promise<Letter> {
  return (await takeStep(db, actor, input.letterId, "withdraw", now)).letter;
}
