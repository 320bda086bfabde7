import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { caseLooks, ledCases } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { holdsPosition } from "#domain/access/holds.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { capacityFor } from "#domain/letters/capacity.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { takeStep } from "#domain/letters/take-step.ts";
import { Refusal } from "#domain/refusal.ts";
import { endCase } from "./end-case.ts";
import type { letGoInput, takeOnInput } from "./input.ts";

type TakingOn = Pick<z.output<typeof takeOnInput>, "letterId" | "every"> & Partial<z.output<typeof takeOnInput>>;

/**
 * 带案: a leader takes a letter as their own case and looks into it in a fixed rhythm, in public. One leader a letter; an
 * accusation stays with its handlers and has no public rhythm.
 */
export async function takeOn(db: Db, actor: Actor, input: TakingOn, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letterId, every } = input;
    if (await didJustThat(tx, actor, letterId, now)) return (await findLetter(tx, letterId))!;
    const next = addDays(now.today, every);
    let leaderId = 0;
    await takeStep(tx, actor, letterId, "takeOn", now, (_, letter) => {
      if (letter.kind === "accusation") throw new Refusal("ledCases.accusation");
      if (letter.ledByLeaderId !== null) throw new Refusal("ledCases.already");
      leaderId = capacityFor(actor, letter, "takeOn").leaderId!;
      return { words: input.words, counts: { every, next } };
    });
    const [led] = await tx
      .insert(ledCases)
      .values({ letterId, leaderId, everyDays: every, fromAt: now.at })
      .returning({ id: ledCases.id });
    await tx.insert(caseLooks).values({ caseId: led!.id, dueOn: next });
    return (await findLetter(tx, letterId))!;
  });
}

const minutes = 10;

/** A second click gets the first one's answer. */
async function didJustThat(tx: Tx, actor: Actor, letterId: number, now: Now): Promise<boolean> {
  const [led] = await tx
    .select({ leaderId: ledCases.leaderId, fromAt: ledCases.fromAt })
    .from(ledCases)
    .where(and(eq(ledCases.letterId, letterId), isNull(ledCases.untilAt)));
  return holdsPosition(actor, led?.leaderId ?? null) && now.at.getTime() < led!.fromAt.getTime() + minutes * 60_000;
}

/** 结束带案: whoever holds the position that leads it gives it back to those who have it. */
export async function letGo(db: Db, actor: Actor, input: z.output<typeof letGoInput>, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    await takeStep(tx, actor, input.letterId, "letGo", now, { words: input.words });
    await endCase(tx, input.letterId, now);
    return (await findLetter(tx, input.letterId))!;
  });
}
