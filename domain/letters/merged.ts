import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { clocks, type EventCounts, letterOffices, letters, merges } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import { type Actor, clock } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { record } from "#domain/events/record.ts";
import { capacityFor } from "./capacity.ts";
import { letterClocks } from "./clock-kinds.ts";
import { startClock } from "./clocks.ts";
import { findLetter, type Letter, officesOf } from "./letter.ts";
import { isOpen } from "./step-states.ts";
import type { Step } from "./steps.ts";
import { isPublic, topicsOf } from "./topics.ts";

/** Whose steps the host takes for them: everything that offices do with a letter until it is answered. */
const hostSpeaks: readonly Step[] = [
  "ask",
  "accept",
  "refuse",
  "assign",
  "instruct",
  "progress",
  "object",
  "uphold",
  "overrule",
  "extend",
  "grant",
  "deny",
  "answer",
  "promise",
  "order",
  "takeOn",
  "merge",
];

/** Steps by which a letter goes on by itself again: its writer's exits, and what a superior office decides. */
const leaving: readonly Step[] = ["withdraw", "reopen", "amend", "revoke", "split"];

/** Another letter speaks for it now. After the answer each is on its own. */
const isMerged = ({ mergedInto, state }: Pick<Letter, "mergedInto" | "state">): boolean =>
  mergedInto !== null && isOpen(state);

/** Is the step the host's to take? */
export const isHosts = (step: Step, letter: Pick<Letter, "mergedInto" | "state">): boolean =>
  isMerged(letter) && hostSpeaks.includes(step);

export const leaves = (step: Step, { mergedInto }: Pick<Letter, "mergedInto">): boolean =>
  mergedInto !== null && leaving.includes(step);

/** Clocks that stand while another letter speaks: the letter's own, and the time for saying that it is not one's own. */
const standing = [...letterClocks, "object"] as const;

/** Stops the office's clocks at this instant: by it a split finds them again, and lets them go on as if nothing had been. */
export async function stopForMerging(tx: Tx, letterId: number, now: Now): Promise<void> {
  await tx
    .update(clocks)
    .set({ stoppedAt: now.at })
    .where(and(eq(clocks.letterId, letterId), inArray(clocks.what, standing), isNull(clocks.stoppedAt)));
}

/** The clocks that ran in the state it stands in, and which the merging stopped. */
const stoppedThen = ({ id, state }: Pick<Letter, "id" | "state">, mergedAt: Date) =>
  and(
    eq(clocks.letterId, id),
    inArray(clocks.what, state === "submitted" ? ["accept"] : ["finish", "object"]),
    eq(clocks.stoppedAt, mergedAt),
  );

/** What the letter's merging meant ends: the row stays, as the record of whom it was merged into from when to when. */
async function endMerging(tx: Tx, letter: Letter, goesOn: boolean, now: Now): Promise<void> {
  const [merge] = await tx
    .update(merges)
    .set({ splitAt: now.at })
    .where(and(eq(merges.letterId, letter.id), isNull(merges.splitAt)))
    .returning({ mergedAt: merges.mergedAt });
  if (merge && goesOn) await tx.update(clocks).set({ stoppedAt: null }).where(stoppedThen(letter, merge.mergedAt));
}

interface Followed {
  actor: Actor;
  step: Step;
  before: Letter;
  letter: Letter;
  words: string | undefined;
  counts: EventCounts | undefined;
  now: Now;
}

/**
 * What a step means for letters merged with this one. The host's answer is the answer to each; a host that ends without an
 * answer, or turns out to be an accusation, lets the others go on where they stood.
 */
export async function followMerges(tx: Tx, followed: Followed): Promise<void> {
  const { step, before, letter, now } = followed;
  if (leaves(step, before)) await endMerging(tx, letter, step === "split", now);
  const answers = step === "answer";
  const ends = letter.state === "withdrawn" || letter.state === "refused" || letter.kind === "accusation";
  if (!answers && !ends) return;
  const guests = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.mergedInto, letter.id), inArray(letters.state, ["submitted", "accepted", "assigned"])))
    .orderBy(asc(letters.id))
    .for("update");
  for (const { id } of guests) {
    const guest = (await findLetter(tx, id))!;
    await (answers ? answerGuest(tx, guest, followed) : releaseGuest(tx, guest, now));
  }
}

/** The same words, from the same offices; from here on it has its own judging time, rating and exit. */
async function answerGuest(
  tx: Tx,
  guest: Letter,
  { actor, before: host, words, counts, now }: Followed,
): Promise<void> {
  const [merge] = await tx
    .select({ mergedAt: merges.mergedAt })
    .from(merges)
    .where(and(eq(merges.letterId, guest.id), isNull(merges.splitAt)));
  await tx
    .update(letters)
    .set({
      state: "answered",
      leadOfficeId: host.leadOfficeId,
      acceptedAt: guest.acceptedAt ?? merge!.mergedAt,
      answeredAt: guest.answeredAt ?? now.at,
    })
    .where(eq(letters.id, guest.id));
  // Its own time has gone on: merged into a younger letter, nothing overdue becomes punctual.
  await tx
    .update(clocks)
    .set({ stoppedAt: now.at })
    .where(and(stoppedThen(guest, merge!.mergedAt), eq(clocks.what, "finish")));
  await handOver(tx, guest.id, host.id, now);
  const answered = (await findLetter(tx, guest.id))!;
  const judging = await startClock(tx, answered, "judging", now);
  await record(tx, {
    what: "letter.answer",
    topics: topicsOf(answered, guest, []),
    actor,
    as: capacityFor(actor, host, "answer"),
    subject: `letter:${guest.id}`,
    counts: {
      to: "answered",
      due: (judging.working as { dueOn: string }).dueOn,
      ...counts,
      round: guest.round,
      host: host.number,
    },
    words,
    public: isPublic(answered, guest),
    at: now.at,
  });
}

/** The offices that answered are now the letter's own: they follow up, and answer for what they promised. */
async function handOver(tx: Tx, guestId: number, hostId: number, now: Now): Promise<void> {
  const open = and(eq(letterOffices.letterId, guestId), isNull(letterOffices.untilAt));
  await tx.update(letterOffices).set({ untilAt: now.at }).where(open);
  const offices = await officesOf(tx, hostId);
  if (offices.length > 0) {
    await tx.insert(letterOffices).values(offices.map((one) => ({ ...one, letterId: guestId, fromAt: now.at })));
  }
}

async function releaseGuest(tx: Tx, guest: Letter, now: Now): Promise<void> {
  await endMerging(tx, guest, true, now);
  await tx.update(letters).set({ mergedInto: null }).where(eq(letters.id, guest.id));
  const alone = (await findLetter(tx, guest.id))!;
  await record(tx, {
    what: "letter.split",
    topics: topicsOf(alone, guest, []),
    actor: clock,
    as: { role: "clock" },
    subject: `letter:${guest.id}`,
    counts: { host: guest.hostNumber! },
    public: isPublic(alone, guest),
    at: now.at,
  });
}
