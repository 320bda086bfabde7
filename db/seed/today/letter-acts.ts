import { and, asc, eq } from "drizzle-orm";
import { promises } from "#db/schema/index.ts";
import type { Tx } from "#db/transact.ts";
import type { Person } from "#domain/access/actor.ts";
import { addDays } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { askWriter, supplyWords } from "#domain/letters/ask-and-supply.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { askExtension } from "#domain/letters/extend-letter.ts";
import { instruct } from "#domain/letters/instruct.ts";
import { objectToLetter } from "#domain/letters/object-letter.ts";
import { keepPromise, makePromise } from "#domain/letters/promise-letter.ts";
import { rateLetter, reopenLetter } from "#domain/letters/rate-letter.ts";
import { refuseLetter } from "#domain/letters/refuse-letter.ts";
import { followUp, noteInternally, reportProgress } from "#domain/letters/report-progress.ts";
import { respondToRating } from "#domain/letters/respond-rating.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { urgeLetter } from "#domain/letters/urge-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import type { Cast } from "../cast.ts";
import type { Act } from "../play.ts";
import type { Ago, DemoLetter, DemoStep } from "./demo-letter.ts";
import { demoLetters } from "./letters.ts";

/** A letter for every state, lamp and card, each step by whoever takes it in earnest. */
export function letterActs(cast: Cast, when: (ago: Ago) => Date, letters = demoLetters): Act[] {
  return letters.flatMap((letter) => {
    let letterId: number;
    const send: Act = {
      at: when(letter.sent),
      run: async (tx, now) => {
        letterId = await begin(tx, cast, letter, now);
      },
    };
    const lead = letter.steps.findLast((step) => step.step === "assign")?.lead ?? "";
    return [
      send,
      ...letter.steps.map(
        (step): Act => ({ at: when(step.at), run: (tx, now) => take(tx, { cast, letter, letterId, lead }, step, now) }),
      ),
    ];
  });
}

async function begin(tx: Tx, cast: Cast, letter: DemoLetter, now: Now): Promise<number> {
  const { author, mailbox, kind, title, body, visibility, region, place, accused = "" } = letter;
  const written = { mailbox, kind, title, body, visibility, region, place, accusedOffice: accused };
  const sent = await sendLetter(tx, cast.citizen(author), { ...written, via: "letter", demo: true }, now);
  return sent.letter.id;
}

interface Scene {
  cast: Cast;
  letter: DemoLetter;
  letterId: number;
  lead: string;
}

function take(tx: Tx, { cast, letter, letterId, lead }: Scene, act: DemoStep, now: Now): Promise<unknown> {
  const writer = cast.citizen(letter.author);
  const { kind, title, body } = letter;
  switch (act.step) {
    case "accept": {
      const confirmed = { kind, termClass: act.termClass, publicTitle: title, publicBody: body };
      return acceptLetter(tx, cast.triage, { letterId, ...confirmed }, now);
    }
    case "refuse":
      return refuseLetter(tx, cast.triage, { letterId, code: act.code, words: act.words }, now);
    case "assign":
      return assignLetter(tx, cast.triage, { letterId, lead: act.lead, assisting: act.assisting ?? [] }, now);
    case "ask":
      return askWriter(tx, cast.triage, { letterId, words: act.words }, now);
    case "supply":
      return supplyWords(tx, writer, { letterId, words: act.words }, now);
    case "instruct":
      return instruct(tx, cast.leader(act.leader), { letterId, words: act.words }, now);
    case "progress":
      return reportProgress(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "note":
      return noteInternally(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "answer": {
      const { facts, basis, done, next, solved } = act;
      return answerLetter(
        tx,
        cast.office(lead),
        { letterId, facts, basis, done, next, ...(solved && { solved }) },
        now,
      );
    }
    case "object":
      return objectToLetter(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "extend":
      return askExtension(tx, cast.office(lead), { letterId, days: act.days, words: act.words }, now);
    case "promise": {
      const due = addDays(now.today, act.inDays);
      return makePromise(tx, cast.office(lead), { letterId, words: act.words, due }, now);
    }
    case "keep":
      return keepFirst(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "respondRating":
      return respondToRating(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "followUp":
      return followUp(tx, cast.office(lead), { letterId, words: act.words }, now);
    case "rate": {
      const { solved, attitude, speed, words = "" } = act;
      return rateLetter(tx, writer, { letterId, solved, attitude, speed, words }, now);
    }
    case "reopen": {
      const verdict = { solved: "no", attitude: "dissatisfied", speed: "dissatisfied" } as const;
      return reopenLetter(tx, writer, { letterId, ...verdict, words: act.words }, now);
    }
    case "urge":
      return urgeLetter(tx, writer, { letterId }, now);
    case "withdraw":
      return withdrawLetter(tx, writer, { letterId }, now);
  }
}

/** Of what the letter's office promised, the first that is still open. */
async function keepFirst(
  tx: Tx,
  office: Person,
  said: { letterId: number; words: string },
  now: Now,
): Promise<unknown> {
  const [open] = await tx
    .select({ promiseId: promises.id })
    .from(promises)
    .where(and(eq(promises.letterId, said.letterId), eq(promises.state, "open")))
    .orderBy(asc(promises.id))
    .limit(1);
  return keepPromise(tx, office, { ...said, promiseId: open!.promiseId }, now);
}
