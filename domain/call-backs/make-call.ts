import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { type CallBackState, callBacks } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityAs } from "#domain/letters/capacity.ts";
import { readKnown } from "#domain/letters/contact.ts";
import { findLetter, type Letter } from "#domain/letters/letter.ts";
import { isPublic, topicsOf } from "#domain/letters/topics.ts";
import { phoneForMessages } from "#domain/messages/queue.ts";
import { Refusal } from "#domain/refusal.ts";
import type { callBackOnly, callInput } from "./input.ts";

type CallBack = typeof callBacks.$inferSelect;

/** So often nobody answers before the letter is given up. */
export const mostTries = 3;

/**
 * 回访: what the writer of a drawn letter said on the telephone. It is kept apart from what they wrote themselves, and counts
 * in the figures as confirmed only where they kept silent. The third time nobody answers, it ends.
 */
export async function makeCall(db: Db, actor: Actor, input: z.output<typeof callInput>, now: Now): Promise<CallBack> {
  return transact(db, async (tx) => {
    const { callBack, letter } = await lockCallBack(tx, actor, input.callBackId);
    if (callBack.state !== "waiting") throw new Refusal("callBacks.made");
    const tries = callBack.tries + 1;
    const state: CallBackState = input.outcome === "unreached" && tries < mostTries ? "waiting" : input.outcome;
    const verdict = state === "reached" ? verdictOf(input) : {};
    const as = capacityAs(actor, letter, "supervisor");
    const eventId = await record(tx, {
      what: "letter.callBack",
      topics: [...topicsOf(letter, letter, []), "call-backs"],
      actor,
      as,
      subject: `letter:${letter.id}`,
      counts: { outcome: input.outcome, ...verdict },
      public: state !== "waiting" && isPublic(letter, letter),
      at: now.at,
    });
    const [made] = await tx
      .update(callBacks)
      .set({ state, tries, ...verdict, officeId: as.officeId ?? null, eventId, at: now.at })
      .where(eq(callBacks.id, callBack.id))
      .returning();
    return made!;
  });
}

const verdictOf = ({ solved, attitude, speed }: z.output<typeof callInput>) => ({
  solved: solved!,
  attitude: attitude!,
  speed: speed!,
});

/** Whom to call, for the one who calls: the number left with the letter, else the one they sign in with. Recorded. */
export async function readCallBackContact(
  db: Db,
  actor: Actor,
  { callBackId }: z.output<typeof callBackOnly>,
  now: Now,
): Promise<{ name: string | null; phone: string | null }> {
  return transact(db, async (tx) => {
    const { letter } = await lockCallBack(tx, actor, callBackId);
    await record(tx, {
      what: "letter.readContact",
      topics: [],
      actor,
      as: capacityAs(actor, letter, "supervisor"),
      subject: `letter:${letter.id}`,
      public: false,
      at: now.at,
    });
    const { name = null, phone } = await readKnown(tx, letter);
    return { name, phone: phone ?? (letter.authorId === null ? null : await phoneForMessages(tx, letter.authorId)) };
  });
}

/** Of two who call at once the second sees what the first wrote down. */
async function lockCallBack(tx: Tx, actor: Actor, id: number): Promise<{ callBack: CallBack; letter: Letter }> {
  const [callBack] = await tx.select().from(callBacks).where(eq(callBacks.id, id)).for("update");
  const letter = callBack && (await findLetter(tx, callBack.letterId));
  if (!callBack || !letter || !can(actor, "letter.read-original", letter)) throw new Refusal("callBacks.missing");
  authorize(actor, "call-back.make", letter);
  return { callBack, letter };
}
