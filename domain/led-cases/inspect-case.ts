import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { caseLooks, ledCases } from "#db/schema/index.ts";
import { transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import type { inspectInput } from "./input.ts";

/** 督查记录: the leader who leads the case says what they found. The next date is counted from this day, early or late. */
export async function inspectCase(
  db: Db,
  actor: Actor,
  { letterId, way, words }: z.output<typeof inspectInput>,
  now: Now,
): Promise<Letter> {
  return transact(db, async (tx) => {
    let caseId = 0;
    let next = now.today;
    const { letter, eventId } = await takeStep(tx, actor, letterId, "inspect", now, async () => {
      const [led] = await tx
        .select({ id: ledCases.id, everyDays: ledCases.everyDays })
        .from(ledCases)
        .where(and(eq(ledCases.letterId, letterId), isNull(ledCases.untilAt)));
      if (!led) throw new Refusal("ledCases.notLed");
      caseId = led.id;
      next = addDays(now.today, led.everyDays);
      return { words, counts: { way, next } };
    });
    await tx
      .update(caseLooks)
      .set({ lookedAt: now.at, eventId })
      .where(and(eq(caseLooks.caseId, caseId), isNull(caseLooks.lookedAt)));
    await tx.insert(caseLooks).values({ caseId, dueOn: next });
    return letter;
  });
}
