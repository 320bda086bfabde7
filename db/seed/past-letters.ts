import type { Tx } from "#db/transact.ts";
import type { Actor } from "#domain/access/actor.ts";
import type { Now } from "#domain/calendar/now.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { consentToLetter } from "#domain/letters/consent.ts";
import { convertComment } from "#domain/letters/convert-comment.ts";
import { instruct } from "#domain/letters/instruct.ts";
import { rateLetter } from "#domain/letters/rate-letter.ts";
import { followUp } from "#domain/letters/report-progress.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { decideSuggestion } from "#domain/suggestions/decide-suggestion.ts";
import type { Cast } from "./cast.ts";
import { heyuan, type Moment, type PastLetter } from "./heyuan.ts";
import { weeklyOrders } from "./past-orders.ts";
import type { Rows } from "./past-talk.ts";
import type { Act } from "./play.ts";

/** The life of the thirteen letters, step by step at its own dates; silence is left to the timetable. */
export function pastLetters(cast: Cast, rows: Rows): Act[] {
  return heyuan.letters.flatMap((letter) => lifeOf(cast, rows, letter));
}

function lifeOf(cast: Cast, rows: Rows, letter: PastLetter): Act[] {
  const { key, kind, title, body, lead, assisting, answer, rating, rated, instruction, adoption } = letter;
  const writer = cast.citizen(letter.author);
  const office = cast.office(lead);
  const about = () => ({ letterId: rows.get(key)! });
  const term = kind === "inquiry" ? ("inquiry" as const) : ("ordinary" as const);
  const confirmed = { kind, termClass: term, publicTitle: title, publicBody: body };
  return [
    ...begin(cast, rows, letter),
    on(letter.accepted, (tx, now) => acceptLetter(tx, cast.triage, { ...about(), ...confirmed }, now)),
    on(letter.assigned, (tx, now) => assignLetter(tx, cast.triage, { ...about(), lead, assisting }, now)),
    ...(instruction
      ? [
          on(instruction, (tx, now) =>
            instruct(tx, cast.leader(instruction.by), { ...about(), words: instruction.body }, now),
          ),
        ]
      : []),
    on(letter.answered, (tx, now) => answerLetter(tx, office, { ...about(), ...answer }, now)),
    ...(rated && rating ? [on(rated, (tx, now) => rateLetter(tx, writer, { ...about(), ...rating }, now))] : []),
    ...(letter.follow_ups ?? []).map((later) =>
      on(later, (tx, now) => followUp(tx, office, { ...about(), words: later.body }, now)),
    ),
    ...(adoption ? [adopt(adoption, office, about)] : []),
    ...weeklyOrders(cast, rows, letter),
  ];
}

function begin(cast: Cast, rows: Rows, letter: PastLetter): Act[] {
  const { key, kind, title, body, mailbox, concerns: region = "", cosigners_on_paper: signersOnPaper = 0 } = letter;
  const writer = cast.citizen(letter.author);
  const written = { kind, title, body, mailbox, region, signersOnPaper, retentionHold: true };
  if (!letter.comment) {
    const choices = { via: letter.via, visibility: "nickname" as const, accusedOffice: letter.accused ?? "" };
    const send = async (tx: Tx, now: Now) =>
      rows.set(key, (await sendLetter(tx, writer, { ...written, ...choices }, now)).letter.id);
    return [on(letter.sent, send)];
  }
  const comment = letter.comment;
  const convert = async (tx: Tx, now: Now) => {
    const { letter: made } = await convertComment(
      tx,
      cast.moderator,
      { ...written, commentId: rows.get(comment)! },
      now,
    );
    rows.set(key, made.id);
  };
  // That its author consented is known, when is not.
  const consentedAt = new Date(new Date(letter.sent.at).getTime() + 60 * 60_000).toISOString();
  return [
    on(letter.sent, convert),
    on({ at: consentedAt, approx: true }, (tx, now) =>
      consentToLetter(tx, writer, { letterId: rows.get(key)!, visibility: "nickname" }, now),
    ),
  ];
}

/** Of the document the record knows what it says and its day. */
function adopt(
  { result: outcome, at, approx, what: words, document }: NonNullable<PastLetter["adoption"]>,
  by: Actor,
  about: () => { letterId: number },
): Act {
  const paper = { document, documentNumber: "", documentOn: at, link: "" };
  return on({ at: `${at}T10:00:00+08:00`, approx }, (tx, now) =>
    decideSuggestion(tx, by, { ...about(), outcome, words, ...paper }, now),
  );
}

function on({ at, approx = false }: Moment, run: Act["run"]): Act {
  return { at: new Date(at), approx, run };
}
