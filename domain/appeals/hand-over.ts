import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { handOvers } from "#db/schema/index.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import { addUpdate } from "#domain/updates/add-update.ts";
import { type handOverInput, longestAmountWords, longestWords } from "./input.ts";
import { type Stepped, takeAppealStep } from "./take-step.ts";
import { namelessWords, presentOf, wholeYuan } from "./wording.ts";

type NewHandOver = z.output<typeof handOverInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
  /** The public record has no receipts: only what was told of past days comes without. */
  unreceipted?: boolean;
};

/**
 * What reached those it was meant for, with its receipts, as an update of the thread. Receipts are public at once, so that
 * whoever puts them there says that no name and no account number is to be read on them. 近3000元 stays what it is.
 */
export function handOver(db: Db, actor: Actor, input: NewHandOver, now: Now): Promise<Stepped> {
  const { approx = false, images, alts } = input;
  return takeAppealStep(db, actor, input.postId, "handOver", now, async (tx, appeal, as) => {
    const body = namelessWords("words", input.words, longestWords);
    const amount = wholeYuan(input.amount);
    const amountWords = wordsOf(input.amountWords);
    if (amount !== null && amountWords !== null) throw new Refusal("appeals.twoAmounts");
    const present = presentOf(input.present);
    if (images.length === 0 && !input.unreceipted) throw new Refusal("appeals.noReceipt");
    if (images.length > 0 && input.masked !== "on") throw new Refusal("appeals.notMasked");

    const plate = as.officeId ? { officeId: as.officeId } : undefined;
    const told = { postId: appeal.postId, body, images, alts, as: plate, approx };
    const added = await addUpdate(tx, actor, told, now);
    await tx.insert(handOvers).values({ updateId: added.id, postId: appeal.postId, amount, amountWords, present });
    return {
      set: { handedOver: appeal.handedOver + (amount ?? 0), lastHandOverAt: now.at },
      counts: { amount, number: added.number, present },
      approx,
    };
  });
}

function wordsOf(typed: string): string | null {
  return plainText(typed) === "" ? null : namelessWords("amountWords", typed, longestAmountWords);
}
