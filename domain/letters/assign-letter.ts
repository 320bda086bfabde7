import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events, letterOffices, offices } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { beginToLead, lastLeadOf } from "./change-lead.ts";
import { handOverClocks } from "./clocks.ts";
import type { assignInput } from "./input.ts";
import { findLetter, type Letter, officesOf } from "./letter.ts";
import { recordingAttempts } from "./refused-attempt.ts";
import { type Taking, takeStep } from "./take-step.ts";

type Assigning = Pick<z.output<typeof assignInput>, "letterId" | "lead"> & Partial<z.output<typeof assignInput>>;

/**
 * One office leads, any number assist. The clock is handed over and never starts again. An accusation cannot go to the
 * accused office (arts. 30, 46): the attempt is refused, and recorded although nothing else of it remains.
 */
export async function assignLetter(db: Db, actor: Actor, input: Assigning, now: Now): Promise<Letter> {
  const assign = async () => {
    try {
      const taking = (tx: Tx, letter: Letter) => assignment(tx, letter, input, now);
      return (await takeStep(db, actor, input.letterId, "assign", now, taking)).letter;
    } catch (error) {
      if (isRefusal(error) && error.key === "letters.sameOffices" && (await didJustThat(db, actor, input, now))) {
        return (await findLetter(db, input.letterId))!;
      }
      throw error;
    }
  };
  return recordingAttempts(db, actor, input.letterId, now, ["letters.accusedOffice"], assign);
}

const minutes = 10;

/** A second click gets the first one's answer; whoever finds a colleague's assignment in place is told so. */
async function didJustThat(db: Db, actor: Actor, { letterId }: Assigning, now: Now): Promise<boolean> {
  const [last] = await db
    .select({ personId: events.personId, at: events.at })
    .from(events)
    .where(and(eq(events.subject, `letter:${letterId}`), eq(events.what, "letter.assign")))
    .orderBy(desc(events.id))
    .limit(1);
  const own = isPerson(actor) && last?.personId === actor.id;
  return own && now.at.getTime() < last.at.getTime() + minutes * 60_000;
}

async function assignment(tx: Tx, letter: Letter, input: Assigning, now: Now): Promise<Taking> {
  const assisting = [...new Set(input.assisting ?? [])].filter((slug) => slug !== input.lead);
  const found = await findOffices(tx, [input.lead, ...assisting]);
  const lead = found.find(({ slug }) => slug === input.lead)!;
  if (found.some(({ id }) => id === letter.accusedOfficeId)) throw new Refusal("letters.accusedOffice");

  const parts = new Map(found.map(({ id }) => [id, id === lead.id ? ("lead" as const) : ("assisting" as const)]));
  const before = await lastLeadOf(tx, letter.id);
  await replaceOffices(tx, letter.id, parts, now);
  const clocks = await handOverClocks(tx, letter.id, lead.id);
  await beginToLead(tx, letter, lead.id, now);
  const hopped = before !== null && before !== lead.id;
  const due = clocks[0]?.working as { dueOn: string } | undefined;
  return {
    words: input.words,
    counts: { lead: lead.slug, assisting, ...(hopped && { hop: letter.hops + 1 }), ...(due && { due: due.dueOn }) },
    change: { leadOfficeId: lead.id, hops: letter.hops + (hopped ? 1 : 0) },
    desks: found.map(({ slug }) => slug),
  };
}

async function findOffices(tx: Tx, slugs: string[]) {
  const found = await tx
    .select({ id: offices.id, slug: offices.slug, closedAt: offices.closedAt })
    .from(offices)
    .where(inArray(offices.slug, slugs))
    // Whoever closes one of them at this moment comes before this or after it.
    .for("share");
  if (found.length < slugs.length) throw new Refusal("letters.officeMissing");
  if (found.some(({ closedAt }) => closedAt)) throw new Refusal("letters.officeClosed");
  return found;
}

/** Ends the parts that are over and begins the new ones: what stays is not touched, so that time at each desk is true. */
async function replaceOffices(
  tx: Tx,
  letterId: number,
  parts: Map<number, "lead" | "assisting">,
  now: Now,
): Promise<void> {
  const current = await officesOf(tx, letterId);
  const over = current.filter(({ officeId, part }) => parts.get(officeId) !== part).map(({ officeId }) => officeId);
  const stays = current.filter(({ officeId, part }) => parts.get(officeId) === part).map(({ officeId }) => officeId);
  const begins = [...parts].filter(([officeId]) => !stays.includes(officeId));
  if (over.length + begins.length === 0) throw new Refusal("letters.sameOffices");
  if (over.length > 0) {
    await tx
      .update(letterOffices)
      .set({ untilAt: now.at })
      .where(
        and(eq(letterOffices.letterId, letterId), isNull(letterOffices.untilAt), inArray(letterOffices.officeId, over)),
      );
  }
  if (begins.length > 0) {
    await tx
      .insert(letterOffices)
      .values(begins.map(([officeId, part]) => ({ letterId, officeId, part, fromAt: now.at })));
  }
}
