import sentences from "#messages/zh-CN/notices.json" with { type: "json" };
import type { Content } from "./contents.ts";
import { said, shortened } from "./said.ts";
import { filled, sentenceOf } from "./sentence.ts";
import { smsText } from "./sms-text.ts";
import type { Told } from "./told.ts";

/** Of a digest a short message names the first few; the list has them all. */
const named = 3;

const addressOf = (path: string) => `${process.env.PUBLIC_URL ?? ""}${path}`;

/** One short message about one notice, or about a day's. In Chinese, as all of them. */
export function smsOf(contents: readonly Content[]): string {
  const [only, ...others] = contents;
  if (only && others.length === 0) return aboutOne(only);
  const first = contents.slice(0, named).map((content) => sentenceOf("zh-CN", content));
  return filled(sentences.sms.digest, {
    n: contents.length,
    first: first.join("；"),
    link: addressOf("/me/notices"),
  });
}

function aboutOne(content: Content): string {
  const { kind, name, number, words, who, due, path } = content;
  const link = addressOf(path);
  if (kind === "own" && Object.hasOwn(sentences.sms, name)) {
    return smsText({ step: name as Told, number: number!, words, office: who?.name ?? null, due, link });
  }
  const sentence = sentenceOf("zh-CN", content);
  return filled(sentences.sms.other, {
    sentence,
    words: words === null ? "" : `：${shortened(said(name, words))}`,
    link,
  });
}
