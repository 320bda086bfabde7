import { and, desc, eq, gte, isNull, lt } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { events, eventWords, exclusions, letters, offices } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, nobody } from "#domain/access/actor.ts";
import { authorize, can } from "#domain/access/policy.ts";
import { lettersFor } from "#domain/access/visibility.ts";
import { endOf, startOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityAs } from "#domain/letters/capacity.ts";
import { readKnown } from "#domain/letters/contact.ts";
import { findLetter, findLetterByNumber, type Letter } from "#domain/letters/letter.ts";
import { certainIn } from "#domain/letters/redaction.ts";
import type { Place } from "#domain/letters/timeline.ts";
import { Refusal } from "#domain/refusal.ts";
import type { excludeInput, includeInput } from "./input.ts";
import { daysOf, type Period } from "./period.ts";

/** Leaves a letter out of every score from now on, with a reason that everybody reads. What is frozen stays as it is. */
export async function excludeLetter(
  db: Db,
  actor: Actor,
  { number, words }: z.output<typeof excludeInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const letter = excludable(actor, await findLetterByNumber(tx, number));
    const eventId = await recordExclusion(tx, actor, letter, "assessment.exclude", words, now);
    const { officeId } = capacityAs(actor, letter, "supervisor");
    const [added] = await tx
      .insert(exclusions)
      .values({ letterId: letter.id, officeId: officeId!, at: now.at, eventId })
      .onConflictDoNothing()
      .returning({ id: exclusions.id });
    if (!added) throw new Refusal("assessment.excluded");
  });
}

/** Takes it back in; that it was out stays on record. */
export async function includeLetter(
  db: Db,
  actor: Actor,
  { exclusionId, words }: z.output<typeof includeInput>,
  now: Now,
): Promise<void> {
  await transact(db, async (tx) => {
    const [row] = await tx.select().from(exclusions).where(eq(exclusions.id, exclusionId)).for("update");
    const letter = excludable(actor, row ? await findLetter(tx, row.letterId) : null);
    if (row?.liftedAt) throw new Refusal("assessment.notExcluded");
    const liftedEventId = await recordExclusion(tx, actor, letter, "assessment.include", words, now);
    await tx.update(exclusions).set({ liftedAt: now.at, liftedEventId }).where(eq(exclusions.id, exclusionId));
  });
}

/** An accusation counts nowhere, so that there is nothing to leave out: it is not found. */
function excludable(actor: Actor, letter: Letter | null): Letter {
  if (!letter || !can(nobody, "letter.know", letter)) throw new Refusal("assessment.letterMissing");
  authorize(actor, "assessment.exclude", letter);
  return letter;
}

async function recordExclusion(tx: Tx, actor: Actor, letter: Letter, what: string, words: string, now: Now) {
  if (!words.trim()) throw new Refusal("assessment.wordsMissing");
  const [found] = certainIn(words, await readKnown(tx, letter));
  if (found) throw new Refusal("letters.personalWords", { kind: found });
  return record(tx, {
    what,
    topics: ["assessment", "exclusions"],
    actor,
    as: capacityAs(actor, letter, "supervisor"),
    // Not the letter's own subject: it is no step of it.
    subject: `exclusion:${letter.id}`,
    counts: { number: letter.number },
    words,
    public: true,
    at: now.at,
  });
}

/** A letter that is left out, as everybody reads of it. */
export interface Exclusion {
  id: number;
  number: string;
  /** The office that led it. */
  lead: Place | null;
  words: string | null;
  at: Date;
}

/** The letters received in a period that count in no score, the latest first. */
export async function listExclusions(db: Db, period: Period | null): Promise<Exclusion[]> {
  const days = period && daysOf(period);
  const rows = await db
    .select({
      id: exclusions.id,
      number: letters.number,
      lead: { slug: offices.slug, name: offices.name, nameEn: offices.nameEn },
      words: eventWords.text,
      at: events.at,
    })
    .from(exclusions)
    .innerJoin(letters, eq(letters.id, exclusions.letterId))
    .innerJoin(events, eq(events.id, exclusions.eventId))
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .leftJoin(offices, eq(offices.id, letters.leadOfficeId))
    .where(
      and(
        isNull(exclusions.liftedAt),
        lettersFor(nobody, "letter.know"),
        days ? gte(letters.sentAt, startOf(days.from)) : undefined,
        days ? lt(letters.sentAt, endOf(days.to)) : undefined,
      ),
    )
    .orderBy(desc(exclusions.id))
    .limit(200);
  return rows;
}
