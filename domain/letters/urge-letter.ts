import type { z } from "zod";
import type { Db } from "#db/client.ts";
import type { Actor } from "#domain/access/actor.ts";
import { addDays, type CivilDate, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import { Refusal } from "#domain/refusal.ts";
import type { letterOnly } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

/** 催办: counted, public, lifts the letter in the queue; once in seven days. */
export async function urgeLetter(db: Db, actor: Actor, input: z.output<typeof letterOnly>, now: Now): Promise<Letter> {
  const { letter } = await takeStep(db, actor, input.letterId, "urge", now, async (tx, before) => {
    const { "urge.every": days } = await readPolicies(tx, now.today);
    const again = mayUrgeFrom(before, days);
    if (again && now.today < again) throw new Refusal("letters.urgedRecently", { from: again });
    return { counts: { times: before.urges + 1 }, change: { urges: before.urges + 1, urgedAt: now.at } };
  });
  return letter;
}

/** The first day on which it may be urged again; null when it never was. */
export function mayUrgeFrom({ urgedAt }: { urgedAt: Date | null }, days: number): CivilDate | null {
  return urgedAt && addDays(civilDateOf(urgedAt), days);
}
