import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters, merges } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { Refusal } from "#domain/refusal.ts";
import { letterOnly, written } from "./input.ts";
import { findLetter, findLetterByNumber, type Letter } from "./letter.ts";
import { stopForMerging } from "./merged.ts";
import { isOpen } from "./step-states.ts";
import { takeStep } from "./take-step.ts";

export const mergeInput = letterOnly.extend({
  /** The number of the letter that is to speak for this one. */
  host: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,4}-\d{4}-\d{5,9}$/, "letters.numberMalformed"),
  words: written.max(2000).default(""),
});
export const splitInput = letterOnly.extend({ words: written.max(2000).default("") });

/**
 * Two letters about the same thing are handled as one: the host's steps speak for both. The other keeps its number, its
 * signers, its rating and its exit, and a split lets it go on as if nothing had been. Never across an accusation.
 */
export async function mergeLetter(db: Db, actor: Actor, input: z.output<typeof mergeInput>, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    const hostId = (await findLetterByNumber(tx, input.host))?.id ?? 0;
    // In one order, so that two who merge the same two letters do not wait for each other.
    await tx
      .select({ id: letters.id })
      .from(letters)
      .where(inArray(letters.id, [input.letterId, hostId]))
      .orderBy(asc(letters.id))
      .for("update");
    const { letter, eventId } = await takeStep(tx, actor, input.letterId, "merge", now, async (_, guest) => {
      const host = await findHost(tx, actor, guest, hostId);
      await stopForMerging(tx, guest.id, now);
      await tx.insert(merges).values({ letterId: guest.id, hostId, mergedAt: now.at });
      return {
        words: input.words,
        counts: { host: host.number },
        change: { mergedInto: hostId },
        topics: [`letter:${host.number}`],
      };
    });
    await tx.update(merges).set({ mergedEventId: eventId }).where(current(input.letterId));
    return letter;
  });
}

const current = (letterId: number) => and(eq(merges.letterId, letterId), isNull(merges.splitAt));

async function findHost(tx: Tx, actor: Actor, guest: Letter, hostId: number): Promise<Letter> {
  const host = await findLetter(tx, hostId);
  if (!host || !can(actor, "letter.step", { letter: host, step: "merge" })) throw new Refusal("letters.hostMissing");
  if (guest.kind === "accusation" || host.kind === "accusation") throw new Refusal("letters.mergeAccusation");
  // What its writer keeps to the handlers would be told by the page of a public letter that it speaks for.
  if (host.visibility === "handlers" && guest.visibility !== "handlers") throw new Refusal("letters.hostPrivate");
  if (guest.state === "clarifying") throw new Refusal("letters.mergeClarifying");
  if (host.id === guest.id) throw new Refusal("letters.mergeItself");
  if (!isOpen(host.state)) throw new Refusal("letters.hostClosed", { number: host.number });
  if (host.hostNumber !== null) throw new Refusal("letters.hostMerged", { number: host.hostNumber });
  const [own] = await tx
    .select({ number: letters.number })
    .from(letters)
    .where(and(eq(letters.mergedInto, guest.id), ne(letters.state, "withdrawn")))
    .limit(1);
  if (own) throw new Refusal("letters.mergeHost", { number: own.number });
  return host;
}

/** What was merged goes on by itself, in the state it was in, with the dates it would have had. */
export async function splitLetter(db: Db, actor: Actor, input: z.output<typeof splitInput>, now: Now): Promise<Letter> {
  return transact(db, async (tx) => {
    const { letter, eventId } = await takeStep(tx, actor, input.letterId, "split", now, (_, guest) => {
      if (guest.hostNumber === null) throw new Refusal("letters.notMerged");
      return { words: input.words, counts: { host: guest.hostNumber }, topics: [`letter:${guest.hostNumber}`] };
    });
    await tx
      .update(merges)
      .set({ splitEventId: eventId })
      .where(and(eq(merges.letterId, input.letterId), eq(merges.splitAt, now.at)));
    return letter;
  });
}
