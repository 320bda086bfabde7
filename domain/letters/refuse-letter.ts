import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { refuseInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

/** Not taken on: with a reason code, and in words what the writer can do instead (art. 22). */
export async function refuseLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof refuseInput>,
  now: Now,
): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "refuse", now, {
    words: input.words,
    counts: { code: input.code },
    change: { refusalCode: input.code },
  });
  return letter;
}
