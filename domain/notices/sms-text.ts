import { type CivilDate, partsOf } from "#domain/calendar/civil-date.ts";
import { readParts } from "#domain/letters/answer-letter.ts";
import sentences from "#messages/zh-CN/notices.json" with { type: "json" };
import type { Told } from "./told.ts";

export interface Telling {
  step: Told;
  number: string;
  /** What was said; null where it must not travel in a short message. */
  words: string | null;
  office: string | null;
  due: CivilDate | null;
  link: string;
}

/** Longer texts cost several messages and are cut by some telephones: the link leads to the rest. */
const mostWords = 120;

/** What a short message says: what happened, what was said, until when, and where to read on. In Chinese, as all of them. */
export function smsText({ step, number, words, office, due, link }: Telling): string {
  const blanks: Record<string, string> = {
    number,
    office: office ?? "",
    words: words === null ? "" : `：${shortened(said(step, words))}`,
    due: due ? dayWords(due) : "",
    link,
  };
  return sentences.sms[step as keyof typeof sentences.sms].replace(
    /\{(\w+)\}/g,
    (_, name: string) => blanks[name] ?? "",
  );
}

/** Of an answer's four parts the writer wants to know first what was done. */
const said = (step: Told, words: string) => (step === "answer" ? readParts(words).done : words);

const shortened = (text: string) => (text.length <= mostWords ? text : `${text.slice(0, mostWords - 1)}…`);

function dayWords(due: CivilDate): string {
  const { month, day } = partsOf(due);
  return `${month}月${day}日`;
}
