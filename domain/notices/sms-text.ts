import { type CivilDate, partsOf } from "#domain/calendar/civil-date.ts";
import sentences from "#messages/zh-CN/notices.json" with { type: "json" };
import { said, shortened } from "./said.ts";
import { filled } from "./sentence.ts";
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

/** What a short message says: what happened, what was said, until when, and where to read on. In Chinese, as all of them. */
export function smsText({ step, number, words, office, due, link }: Telling): string {
  const blanks: Record<string, string> = {
    number,
    office: office ?? "",
    words: words === null ? "" : `：${shortened(said(step, words))}`,
    due: due ? dayWords(due) : "",
    link,
  };
  return filled(sentences.sms[step as keyof typeof sentences.sms], blanks);
}

function dayWords(due: CivilDate): string {
  const { month, day } = partsOf(due);
  return `${month}月${day}日`;
}
