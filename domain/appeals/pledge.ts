import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { pledges } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { plainText } from "#domain/plain-text.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Appeal, AppealRow } from "./appeal.ts";
import { longestThings, type pledgeChoice, type pledgeInput } from "./input.ts";
import { type Stepped, takeAppealStep } from "./take-step.ts";
import { namelessWords, wholeYuan } from "./wording.ts";

/** Beyond this the sum says nothing of help any more. */
const mostInAll = 1_000_000_000;

type NewPledge = z.output<typeof pledgeInput> & {
  /** The record does not say the exact hour. */
  approx?: boolean;
};

/**
 * 认捐: a citizen promises money or things in their own name. It is a statement: the platform takes nothing and holds
 * nothing. A hidden amount is in the sum and nowhere else, not in the event either.
 */
export function pledge(db: Db, actor: Actor, input: NewPledge, now: Now): Promise<Stepped> {
  const { approx = false } = input;
  const personId = isPerson(actor) ? actor.id : 0;
  return takeAppealStep(db, actor, input.postId, "pledge", now, async (tx, appeal) => {
    const amount = wholeYuan(input.amount);
    const things = plainText(input.things) === "" ? null : namelessWords("things", input.things, longestThings);
    if (amount === null && things === null) throw new Refusal("appeals.nothingPledged");
    if (appeal.pledged + (amount ?? 0) > mostInAll) throw new Refusal("appeals.tooMuchInAll");
    const amountHidden = amount !== null && input.amountHidden === "on";
    const gaveBefore = await givesTo(tx, appeal.postId, personId);
    await tx
      .insert(pledges)
      .values({ postId: appeal.postId, personId, amount, things, amountHidden, at: now.at, approx });
    return {
      set: counted(appeal, { amount, amountHidden }, 1, gaveBefore ? 0 : 1),
      counts: { amount: amountHidden ? null : amount },
      ...(things && { words: things }),
      approx,
    };
  });
}

/** Takes a promise back until something was handed over after it: what was handed over then is part of the record. */
export function takeBackPledge(db: Db, actor: Actor, input: z.output<typeof pledgeChoice>, now: Now): Promise<Stepped> {
  const personId = isPerson(actor) ? actor.id : 0;
  return takeAppealStep(db, actor, input.postId, "takeBack", now, async (tx, appeal) => {
    const [own] = await tx
      .select()
      .from(pledges)
      .where(
        and(
          eq(pledges.id, input.pledgeId),
          eq(pledges.postId, appeal.postId),
          eq(pledges.personId, personId),
          isNull(pledges.withdrawnAt),
        ),
      );
    if (!own) throw new Refusal("appeals.noSuchPledge");
    if (!mayBeTakenBack(own, appeal)) throw new Refusal("appeals.handedOver");
    await tx.update(pledges).set({ withdrawnAt: now.at }).where(eq(pledges.id, own.id));
    const stillGives = await givesTo(tx, appeal.postId, personId);
    return {
      set: counted(appeal, own, -1, stillGives ? 0 : -1),
      counts: { amount: own.amountHidden ? null : own.amount },
    };
  });
}

export const mayBeTakenBack = (own: { at: Date }, { lastHandOverAt }: Pick<AppealRow, "lastHandOverAt">) =>
  lastHandOverAt === null || own.at > lastHandOverAt;

async function givesTo(tx: Tx, postId: number, personId: number): Promise<boolean> {
  const [one] = await tx
    .select({ id: pledges.id })
    .from(pledges)
    .where(and(eq(pledges.personId, personId), eq(pledges.postId, postId), isNull(pledges.withdrawnAt)))
    .limit(1);
  return one !== undefined;
}

type Counted = Pick<typeof pledges.$inferSelect, "amount" | "amountHidden">;

/** The sums with one promise more or less; the appeal is locked. */
function counted(appeal: Appeal, { amount, amountHidden }: Counted, by: 1 | -1, pledgers: number) {
  return {
    pledged: appeal.pledged + by * (amount ?? 0),
    pledges: appeal.pledges + by,
    hiddenPledges: appeal.hiddenPledges + (amountHidden ? by : 0),
    pledgers: appeal.pledgers + pledgers,
  };
}
