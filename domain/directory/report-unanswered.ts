import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { letters, regions, signatures, unansweredCalls } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson, type Person } from "#domain/access/actor.ts";
import { authorize } from "#domain/access/policy.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { keepReceipt } from "#domain/letters/send-writing.ts";
import { isOpen } from "#domain/letters/step-states.ts";
import { Refusal } from "#domain/refusal.ts";
import { answering, hoursOn, saysNothing, writeStretches } from "./hours.ts";
import type { phoneOnly } from "./input.ts";
import { lockPhone, type Phone, phoneTopics } from "./phone.ts";
import { findSuperiorMailbox } from "./superior-mailbox.ts";
import { unansweredText } from "./unanswered-text.ts";

export interface Reported {
  /** The letter that it became or joined. */
  number: string;
  /** Did it begin a letter, whose writer the caller now is? */
  began: boolean;
  eventId: number;
}

/**
 * 没人接: a published number that nobody answers in its hours is a complaint to the office above. Whoever is first that day
 * is its writer; whoever calls in vain on the same day co-signs that letter. Once a day each, and never out of hours.
 */
export async function reportUnanswered(
  db: Db,
  actor: Actor,
  { phoneId }: z.output<typeof phoneOnly>,
  now: Now,
): Promise<Reported> {
  authorize(actor, "phone.report");
  if (!isPerson(actor)) throw new Refusal("signInFirst");
  return transact(db, async (tx) => {
    const phone = await lockPhone(tx, phoneId);
    refuseOutOfHours(phone, now);
    await refuseTwice(tx, actor, phone, now);
    const joined = await joinLetter(tx, actor, phone, now);
    const letter = joined ?? (await beginLetter(tx, actor, phone, now));
    await tx
      .insert(unansweredCalls)
      .values({ phoneId: phone.id, personId: actor.id, on: now.today, at: now.at, letterId: letter.id });
    const eventId = await record(tx, {
      what: "phone.unanswered",
      topics: [...phoneTopics(phone), `letter:${letter.number}`],
      actor,
      as: { role: "citizen" },
      subject: `phone:${phone.id}`,
      counts: { office: phone.office.slug, number: letter.number },
      public: true,
      at: now.at,
    });
    return { number: letter.number, began: joined === null, eventId };
  });
}

function refuseOutOfHours({ hours, number }: Phone, now: Now): void {
  if (saysNothing(hours) || answering(hours, now).open) return;
  const today = writeStretches(hoursOn(hours, now.calendar.dayOf(now.today)));
  throw new Refusal(today ? "directory.outOfHours" : "directory.nobodyToday", { number, hours: today });
}

async function refuseTwice(tx: Tx, { id }: Person, phone: Phone, now: Now): Promise<void> {
  const [earlier] = await tx
    .select({ number: letters.number })
    .from(unansweredCalls)
    .innerJoin(letters, eq(letters.id, unansweredCalls.letterId))
    .where(and(today(phone, now), eq(unansweredCalls.personId, id)));
  if (earlier) throw new Refusal("directory.reportedToday", { letter: earlier.number });
}

const today = ({ id }: Phone, now: Now) => and(eq(unansweredCalls.phoneId, id), eq(unansweredCalls.on, now.today));

interface Joined {
  id: number;
  number: string;
}

/** Today's letter about this number, as long as an office has work with it. */
async function joinLetter(tx: Tx, { id: personId }: Person, phone: Phone, now: Now): Promise<Joined | null> {
  const [letter] = await tx
    .select({ id: letters.id, number: letters.number, state: letters.state })
    .from(unansweredCalls)
    .innerJoin(letters, eq(letters.id, unansweredCalls.letterId))
    .where(today(phone, now))
    .orderBy(desc(letters.id))
    .limit(1);
  if (!letter || !isOpen(letter.state)) return null;
  await tx
    .insert(signatures)
    .values({ letterId: letter.id, personId, nameHidden: true, signedAt: now.at })
    .onConflictDoNothing();
  return letter;
}

/** The text says nothing of who called; the button says that it will be public, so that pressing it is the consent. */
async function beginLetter(tx: Tx, actor: Person, phone: Phone, now: Now): Promise<Joined> {
  const mailbox = await findSuperiorMailbox(tx, phone);
  const [region] = await tx.select({ slug: regions.slug }).from(regions).where(eq(regions.id, phone.office.regionId));
  const { letter, queryCode } = await sendLetter(
    tx,
    actor,
    {
      ...unansweredText(phone, now),
      kind: "complaint",
      visibility: "nameless",
      mailbox,
      region: region!.slug,
      via: "letter",
      demo: phone.demo,
    },
    now,
  );
  await keepReceipt(tx, actor, letter.number, queryCode, now);
  return letter;
}
