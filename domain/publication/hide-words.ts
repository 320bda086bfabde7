import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events, eventWords } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityFor } from "#domain/letters/capacity.ts";
import { type Letter, lockLetter } from "#domain/letters/letter.ts";
import { allSteps, rowOf } from "#domain/letters/steps.ts";
import { topicsOf } from "#domain/letters/topics.ts";
import { Refusal } from "#domain/refusal.ts";
import type { hideWordsInput } from "./input.ts";

/**
 * Takes the words of one step off the web and leaves the step, with a stone in the public log: who, which letter, and why.
 * For an answer or a progress report that says too much of somebody; the rest of the letter stays readable.
 */
export async function hideWordsOf(
  db: Db,
  actor: Actor,
  { letterId, eventId, code, words }: z.output<typeof hideWordsInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const letter = await lockLetter(tx, letterId);
    if (!letter || !can(actor, "letter.read-original", letter)) throw new Refusal("letters.missing");
    authorize(actor, "letter.step", { letter, step: "hide" });
    if (!can(nobody, "letter.read", letter)) throw new Refusal("letters.notPublic");
    await hide(tx, letter, eventId, now);
    await record(tx, {
      what: "letter.words.hide",
      topics: [...topicsOf(letter, letter, []), "log"],
      actor,
      as: capacityFor(actor, letter, "hide"),
      subject: `letter:${letter.id}`,
      counts: { code, number: letter.number, event: eventId },
      words,
      public: true,
      at: now.at,
    });
  });
}

/** The letter's own text is redacted, not hidden: it is confirmed again as a whole. */
const spokenSteps = allSteps.filter((step) => rowOf(step).shows === "words").map((step) => `letter.${step}`);

/** Words of this letter that everybody can read now; anything else is not there to be hidden. */
async function hide(tx: Tx, letter: Letter, eventId: number, now: Now): Promise<void> {
  const [said] = await tx
    .select({ id: events.id })
    .from(events)
    .innerJoin(eventWords, and(eq(eventWords.eventId, events.id), isNull(eventWords.hiddenAt)))
    .where(
      and(
        eq(events.id, eventId),
        eq(events.subject, `letter:${letter.id}`),
        eq(events.public, true),
        inArray(events.what, spokenSteps),
      ),
    );
  if (!said) throw new Refusal("publication.noWords");
  await tx.update(eventWords).set({ hiddenAt: now.at }).where(eq(eventWords.eventId, eventId));
}
