import type { Tx } from "#db/transact.ts";
import type { Calendar } from "#domain/calendar/calendar.ts";
import { type CivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { type Now, nowAt } from "#domain/calendar/now.ts";
import { acceptLetter } from "#domain/letters/accept-letter.ts";
import { answerLetter } from "#domain/letters/answer-letter.ts";
import { assignLetter } from "#domain/letters/assign-letter.ts";
import { refuseLetter } from "#domain/letters/refuse-letter.ts";
import { sendLetter } from "#domain/letters/send-letter.ts";
import { withdrawLetter } from "#domain/letters/withdraw-letter.ts";
import type { ReplayCast } from "./cast.ts";
import type { PlannedLetter } from "./plan.ts";
import { answerText, letterText } from "./texts.ts";

/** What is done with one letter on one day. */
export interface Errand {
  on: CivilDate;
  run(tx: Tx): Promise<void>;
}

/** A letter's life by the domain's own functions, day by day; that its writer kept silent is left to the timetable. */
export function errandsOf(letter: PlannedLetter, cast: ReplayCast, calendar: Calendar): Errand[] {
  const { n, fate } = letter;
  const at = (day: CivilDate, hour: number) => instantOf(day, hour, n, calendar);
  let letterId = 0;
  const send = async (tx: Tx) => {
    const { kind, box, region } = letter;
    const text = { ...letterText(letter), kind, mailbox: box.slug, region, visibility: "nameless" as const };
    const sent = await sendLetter(tx, cast.citizen(n), { ...text, via: "letter" }, at(letter.sentOn, 8));
    letterId = sent.letter.id;
  };
  const look = async (tx: Tx) => {
    if (fate === "withdrawn") {
      await withdrawLetter(tx, cast.citizen(n), { letterId }, at(letter.acceptedOn, 9));
      return;
    }
    if (fate === "refused") {
      const why = { code: "nothingConcrete" as const, words: "来信没有写明具体事项。" };
      await refuseLetter(tx, cast.triage, { letterId, ...why }, at(letter.acceptedOn, 9));
      return;
    }
    await takeOn(tx, letter, letterId, cast, at(letter.acceptedOn, 9), at(letter.acceptedOn, 10));
  };
  const answer = async (tx: Tx) => {
    const by = letter.personally ? cast.secretary : cast.handler(letter.box.office);
    await answerLetter(tx, by, { letterId, ...answerText(letter) }, at(letter.answeredOn!, 15));
  };
  return [
    { on: letter.sentOn, run: send },
    { on: letter.acceptedOn, run: look },
    ...(letter.answeredOn ? [{ on: letter.answeredOn, run: answer }] : []),
  ];
}

async function takeOn(tx: Tx, letter: PlannedLetter, letterId: number, cast: ReplayCast, accept: Now, assign: Now) {
  const { kind, box } = letter;
  const { title: publicTitle, body: publicBody } = letterText(letter);
  const termClass = kind === "inquiry" ? ("inquiry" as const) : ("ordinary" as const);
  await acceptLetter(tx, cast.triage, { letterId, kind, termClass, publicTitle, publicBody }, accept);
  await assignLetter(tx, cast.triage, { letterId, lead: box.office }, assign);
}

/** Some minute of that hour. */
function instantOf(day: CivilDate, hour: number, n: number, calendar: Calendar): Now {
  return nowAt(new Date(startOf(day).getTime() + (hour * 60 + (n % 60)) * 60_000), calendar);
}
