import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { capacityFor } from "./capacity.ts";
import type { letterOnly } from "./input.ts";
import type { Letter } from "./letter.ts";
import { takeStep } from "./take-step.ts";

/**
 * 已阅: a leader says in public that they have read the letter and leave it to those who have it. That somebody merely
 * opened it is nobody's business but the handlers'; this is said on purpose, once a position.
 */
export async function acknowledgeLetter(
  db: Db,
  actor: Actor,
  { letterId }: z.output<typeof letterOnly>,
  now: Now,
): Promise<Letter> {
  const { letter } = await takeStep(db, actor, letterId, "acknowledge", now, async (tx, before) => {
    const { leaderId } = capacityFor(actor, before, "acknowledge");
    if (await isAcknowledged(tx, letterId, leaderId!)) throw new Refusal("letters.acknowledgedAlready");
    return {};
  });
  return letter;
}

async function isAcknowledged(tx: Tx, letterId: number, leaderId: number): Promise<boolean> {
  const [said] = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.subject, `letter:${letterId}`),
        eq(events.what, "letter.acknowledge"),
        eq(events.leaderId, leaderId),
      ),
    )
    .limit(1);
  return said !== undefined;
}
