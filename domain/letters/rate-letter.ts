import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { ratings } from "#db/schema/index.ts";
import { type Tx, transact } from "#db/transact.ts";
import { type Actor, isPerson } from "#domain/access/actor.ts";
import { addDays, civilDateOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { readPolicies } from "#domain/policies/read-policies.ts";
import type { Device } from "#domain/ratings/device.ts";
import { refuseRelated } from "#domain/ratings/refuse-related.ts";
import { Refusal } from "#domain/refusal.ts";
import { readKnown } from "./contact.ts";
import type { rateInput, reopenInput } from "./input.ts";
import { findLetter, type Letter } from "./letter.ts";
import { findPersonal, redact } from "./redaction.ts";
import { recordingAttempts } from "./refused-attempt.ts";
import { askForResponse } from "./respond-rating.ts";
import { type Taken, takeStep } from "./take-step.ts";

/** From where somebody judges: set by the edge, never by a form. */
interface From {
  device?: Device | null;
  /** Who is signed in at the browser, where a link stands for the writer. */
  beside?: Actor;
}

type Rating = Omit<z.output<typeof rateInput>, "words"> & { words?: string } & From;
type Verdict = Pick<Rating, "solved" | "attitude" | "speed">;

/**
 * The writer judges, and the letter is closed. Who kept silent until it lapsed may still rate once within thirty days:
 * figures change, nothing reopens. An office's own people do not rate it, nor does the device that answered.
 */
export async function rateLetter(db: Db, actor: Actor, input: Rating, now: Now): Promise<Letter> {
  const late = (await findLetter(db, input.letterId))?.state === "closed";
  const rate = () =>
    transact(db, async (tx) => {
      const taken = await takeStep(tx, actor, input.letterId, late ? "rateLate" : "rate", now, async (_, letter) => {
        await refuseRelated(tx, letter, judgeOf(actor, input), now);
        if (late) await refuseTooLate(tx, letter, now);
        return {
          words: await withoutPersonal(tx, letter, input.words ?? ""),
          counts: { round: letter.round, ...verdictOf(input) },
          change: late ? {} : { closedAt: now.at },
        };
      });
      await keepVerdict(tx, taken, verdictOf(input), late, now);
      await askForResponse(tx, taken.letter, input, now);
      return taken.letter;
    });
  return recordingAttempts(db, suspectOf(actor, input), input.letterId, now, related, rate);
}

/**
 * Not solved: instead of closing the letter its writer reopens it, once. The verdict stays on record and the lead office
 * has a second finish clock.
 */
export async function reopenLetter(
  db: Db,
  actor: Actor,
  input: z.output<typeof reopenInput> & From,
  now: Now,
): Promise<Letter> {
  const reopen = () =>
    transact(db, async (tx) => {
      const taken = await takeStep(tx, actor, input.letterId, "reopen", now, async (_, letter) => {
        if (letter.reviewOfficeId !== null) throw new Refusal("letters.reviewRuns");
        if (letter.reopenedAt) throw new Refusal("letters.reopenedOnce");
        await refuseRelated(tx, letter, judgeOf(actor, input), now);
        return {
          words: await withoutPersonal(tx, letter, input.words),
          counts: { round: letter.round, ...verdictOf(input) },
          change: { round: letter.round + 1, reopenedAt: now.at },
        };
      });
      await keepVerdict(
        tx,
        { ...taken, letter: { ...taken.letter, round: taken.letter.round - 1 } },
        verdictOf(input),
        false,
        now,
      );
      return taken.letter;
    });
  return recordingAttempts(db, suspectOf(actor, input), input.letterId, now, related, reopen);
}

/** Refusals that leave a trace. */
const related = ["letters.ownOffice", "ratings.answeringDevice"];

const suspectOf = (actor: Actor, { beside = actor }: From) => (isPerson(beside) ? beside : actor);

const judgeOf = (actor: Actor, { device = null, beside = actor }: From) => ({ actors: [actor, beside], device });

const verdictOf = ({ solved, attitude, speed }: Verdict): Verdict => ({ solved, attitude, speed });

async function keepVerdict(tx: Tx, taken: Taken, verdict: Verdict, late: boolean, now: Now): Promise<void> {
  const { letter, eventId } = taken;
  await tx.insert(ratings).values({ letterId: letter.id, round: letter.round, ...verdict, late, eventId, at: now.at });
}

/** What the writer adds is published with the verdict: the detectors alone stand before it. */
async function withoutPersonal(tx: Tx, letter: Letter, words: string): Promise<string> {
  return redact(words, findPersonal(words, await readKnown(tx, letter)));
}

async function refuseTooLate(tx: Tx, letter: Letter, now: Now): Promise<void> {
  const [rated] = await tx
    .select({ round: ratings.round })
    .from(ratings)
    .where(and(eq(ratings.letterId, letter.id), eq(ratings.round, letter.round)));
  if (rated) throw new Refusal("letters.alreadyRated");
  const { "rate.late": days } = await readPolicies(tx, now.today);
  if (now.today > addDays(civilDateOf(letter.closedAt!), days)) throw new Refusal("letters.ratingOver", { days });
}
