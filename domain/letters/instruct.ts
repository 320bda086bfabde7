import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { type CivilDate, parseCivilDate } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Working } from "#domain/calendar/term.ts";
import { Refusal } from "#domain/refusal.ts";
import { bringForward, findRunningClock } from "./clocks.ts";
import type { instructInput } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

type Instructing = Pick<z.output<typeof instructInput>, "letterId" | "words"> & Partial<z.output<typeof instructInput>>;

/** 批示: a leader's word on a letter, public unless marked internal. It may set an earlier date, never a later one. */
export async function instruct(db: Db, actor: Actor, input: Instructing, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "instruct", now, async (tx, before) => {
    if (input.due) await bringDateForward(tx, before, parseCivilDate(input.due), now);
    return {
      words: input.words,
      internal: input.internal === "on",
      ...(input.due && { counts: { due: input.due } }),
    };
  });
  return letter;
}

async function bringDateForward(tx: Tx, letter: Letter, date: CivilDate, now: Now): Promise<void> {
  const clock = await findRunningClock(tx, letter.id, "finish");
  if (!clock || clock.pausedAt) throw new Refusal("letters.noDateYet");
  const { dueOn } = clock.working as Working;
  if (date < now.today || date >= dueOn) throw new Refusal("letters.notEarlier", { due: dueOn });
  await bringForward(tx, clock, date, now);
}
