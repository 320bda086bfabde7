import { and, asc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { clocks, letters } from "#db/schema/index.ts";
import { clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isTooLate, type Taking, takeStep } from "./take-step.ts";

/** For the timetable: whoever kept silent for the judging time leaves the letter 未评价; silence is never 满意. */
export async function lapseJudgings(db: Db, now: Now): Promise<number> {
  return takeWhereDue(db, "judging", "lapse", now, { change: { closedAt: now.at } });
}

/** For the timetable: what was asked for did not come in time. The writer can send it again with one action. */
export async function abandonUnsupplied(db: Db, now: Now): Promise<number> {
  return takeWhereDue(db, "supply", "abandon", now, {});
}

/** Finds its work by query and may run twice: a letter that moved on in between is left as it is. Returns how many went. */
async function takeWhereDue(
  db: Db,
  what: "judging" | "supply",
  step: "lapse" | "abandon",
  now: Now,
  taking: Taking,
): Promise<number> {
  const due = await db
    .select({ id: letters.id })
    .from(clocks)
    .innerJoin(letters, eq(letters.id, clocks.letterId))
    .where(and(eq(clocks.what, what), isNull(clocks.stoppedAt), lte(clocks.dueAt, now.at)))
    .orderBy(asc(clocks.dueAt), asc(clocks.id));
  let taken = 0;
  for (const { id } of due) {
    try {
      await takeStep(db, clock, id, step, now, taking);
      taken += 1;
    } catch (error) {
      if (!isTooLate(error)) throw error;
    }
  }
  return taken;
}
